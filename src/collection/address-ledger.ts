import { slugger, slugOf } from '../text/slug.ts';
import type {
  AddressLedger,
  Collection,
  Group,
  LabelKind,
  LabelRecord,
  Quote,
  QuoteRecord,
} from './model.ts';

/** The ledger of a collection that has published nothing. */
export const emptyAddresses: AddressLedger = { labels: {}, quotes: {} };

/** The path of a page below the base, without a slash at its ends, as the ledger has it. */
export const pathOf = (kind: LabelKind | 'quotes', slug: string): string => `${kind}/${slug}`;

export type Pages = Pick<Collection, LabelKind | 'quotes'>;

/** The record of a quote or, where it was renamed since, of its former id. */
export function recordOf(
  { id, aliases }: Pick<Quote, 'id' | 'aliases'>,
  { quotes }: AddressLedger,
): QuoteRecord | undefined {
  const known = [id, ...aliases].find((name) => Object.hasOwn(quotes, name));
  return known === undefined ? undefined : quotes[known];
}

/** The quotes that had a label when they were last published, and are still there. */
export function formerQuotes({ quotes }: Pages, ledger: AddressLedger, path: string): Quote[] {
  return quotes.filter((quote) => recordOf(quote, ledger)?.labels.includes(path));
}

/**
 * The page to which all quotes of a former label have moved: the only one that each of them has
 * now. As quotes have several subjects, it must be one that not all of them had before.
 */
export function successorOf(
  collection: Pages,
  ledger: AddressLedger,
  kind: LabelKind,
  slug: string,
): Group | undefined {
  const former = formerQuotes(collection, ledger, pathOf(kind, slug));
  if (former.length === 0) return undefined;
  const isNew = (path: string) =>
    former.some((quote) => !recordOf(quote, ledger)?.labels.includes(path));
  const pages: Group[] = collection[kind];
  const [successor, ...others] = pages
    .filter(({ quotes }) => former.every((quote) => quotes.includes(quote)))
    .filter((page) => kind !== 'subjects' || isNew(pathOf(kind, page.slug)));
  return others.length === 0 ? successor : undefined;
}

/** Whether nobody has said yet where the address of a label leads when it has no page. */
export const isOpen = ({ to, gone, quotes }: LabelRecord): boolean => !to && !gone && !quotes;

/**
 * Gives every page of a kind its slug: the one that its label has in the ledger, or that of the
 * label which it replaced where both make the same, or a new one.
 */
export function assignSlugs(
  collection: Pages,
  kind: LabelKind,
  ledger: AddressLedger,
  lang: string,
): void {
  const records = Object.entries(ledger.labels).flatMap(([path, record]) =>
    path.startsWith(`${kind}/`) ? [{ slug: path.slice(kind.length + 1), ...record }] : [],
  );
  // Of two addresses with one label, its own is the one that does not lead elsewhere.
  const known = new Map(
    records
      .toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))
      .map(({ label, slug }) => [label, slug]),
  );
  const pages: Group[] = collection[kind];
  for (const page of pages) page.slug = known.get(page.label) ?? '';
  const taken = new Set(pages.map(({ slug }) => slug));
  for (const { slug, ...record } of records) {
    if (taken.has(slug) || !isOpen(record)) continue;
    const page = successorOf(collection, ledger, kind, slug);
    const isAlike = page && slugOf(page.label, lang) === slugOf(record.label, lang);
    if (isAlike && page.slug === '') page.slug = slug;
  }
  const slugFor = slugger(
    lang,
    records.map(({ slug }) => slug),
  );
  for (const page of pages) if (page.slug === '') page.slug = slugFor(page.label);
}
