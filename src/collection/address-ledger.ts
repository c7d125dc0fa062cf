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

/** The ledger before anything is published. */
export const emptyAddresses: AddressLedger = { labels: {}, quotes: {} };

/** Returns the path by which the ledger knows a page: below the base, without outer slashes. */
export const pathOf = (kind: LabelKind | 'quotes', slug: string): string => `${kind}/${slug}`;

export type Pages = Pick<Collection, LabelKind | 'quotes'>;

/** Returns the record of a quote, by its id or a former id. */
export function recordOf(
  { id, aliases }: Pick<Quote, 'id' | 'aliases'>,
  { quotes }: AddressLedger,
): QuoteRecord | undefined {
  const recorded = [id, ...aliases].find((name) => Object.hasOwn(quotes, name));
  return recorded === undefined ? undefined : quotes[recorded];
}

/** Returns the existing quotes that had a label when they were last published. */
export function formerQuotes({ quotes }: Pages, ledger: AddressLedger, path: string): Quote[] {
  return quotes.filter((quote) => recordOf(quote, ledger)?.labels.includes(path));
}

/**
 * Returns the page to which all quotes of a former label have moved: the only label that they have
 * in common now. Quotes have several subjects, so a subject must be new to at least one of them.
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

/** Whether the ledger does not say where the address of a label without a page leads. */
export const isUnresolved = ({ to, gone, quotes }: LabelRecord): boolean => !to && !gone && !quotes;

/**
 * Assigns a slug to every page of a kind: the one that its label has in the ledger; or that of the
 * label it replaced, if both labels produce the same slug; or a new one.
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
  // If two addresses have the same label, the one that is not redirected comes last and wins.
  const slugByLabel = new Map(
    records
      .toSorted((a, b) => Number(isUnresolved(a)) - Number(isUnresolved(b)))
      .map(({ label, slug }) => [label, slug]),
  );
  const pages: Group[] = collection[kind];
  for (const page of pages) page.slug = slugByLabel.get(page.label) ?? '';
  const taken = new Set(pages.map(({ slug }) => slug));
  for (const { slug, ...record } of records) {
    if (taken.has(slug) || !isUnresolved(record)) continue;
    const page = successorOf(collection, ledger, kind, slug);
    const hasSameSlug = page && slugOf(page.label, lang) === slugOf(record.label, lang);
    if (hasSameSlug && page.slug === '') page.slug = slug;
  }
  const slugFor = slugger(
    lang,
    records.map(({ slug }) => slug),
  );
  for (const page of pages) if (page.slug === '') page.slug = slugFor(page.label);
}
