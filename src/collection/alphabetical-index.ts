import { pathOf } from './address-ledger.ts';
import type { Collection, Group, IndexKind, Subject } from './model.ts';
import { paginate, type PageOf } from './pagination.ts';
import type { Link } from './subjects.ts';
import { urls } from './urls.ts';
import { indexLetter } from '../text/index-order.ts';
import { typeset } from '../text/typography.ts';

/** The most entries on one page of an index. */
const PAGE_SIZE = 1000;

/** A label with its page, as an index lists it. */
export interface IndexEntry extends Link {
  /** The heading under which it is listed. */
  letter: string;
  page: Group | Subject;
}

/** Returns the sorted entries of an index. */
export function indexOf(collection: Collection, kind: IndexKind): IndexEntry[] {
  const { lang } = collection;
  return collection[kind].map((page) => ({
    letter: indexLetter(page.label, lang, kind === 'people' ? 'name' : 'title'),
    text: typeset(page.label, lang),
    href: urls.page(pathOf(kind, page.slug)),
    page,
  }));
}

/** A page of a large index, with entries of one letter. */
export interface IndexPage<Entry = IndexEntry> extends PageOf<Entry> {
  letter: string;
  /** The form of the letter in an address. */
  slug: string;
  /** The number of entries on all pages of the letter. */
  count: number;
}

/** Returns the form of a letter in an address, which is the same in every collection. */
function letterSlug(letter: string): string {
  if (letter === '#') return 'other';
  if (/^[A-Z]+$/u.test(letter)) return letter.toLowerCase();
  return Array.from(letter, (character) => `u${character.codePointAt(0)!.toString(16)}`).join('');
}

/** Groups sorted entries by letter. */
export function groupByLetter<Entry extends { letter: string }>(entries: readonly Entry[]) {
  const groups = Map.groupBy(entries, ({ letter }) => letter);
  return [...groups].map(([letter, entries]) => ({ letter, slug: letterSlug(letter), entries }));
}

/** Splits an index that is too large for one page into pages by letter; others have none. */
export function indexPages<Entry extends { letter: string }>(
  entries: readonly Entry[],
  pageSize = PAGE_SIZE,
): IndexPage<Entry>[] {
  if (entries.length <= pageSize) return [];
  return groupByLetter(entries).flatMap(({ letter, slug, entries }) =>
    paginate(entries, pageSize).map((page) => ({ letter, slug, count: entries.length, ...page })),
  );
}
