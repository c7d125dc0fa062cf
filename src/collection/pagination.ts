import type { Collection, Part, Quote } from './model.ts';
import { placeIn } from './order.ts';

// An average quote weighs some 90 bytes on a page of many, compressed, and what is around them 10
// kB; a list of half as many stays below 100 kB even where quotes are thrice as long.
const MAX_IN_BOOK = 1000;
const MAX_IN_LIST = 500;

/** One page of a list that may be too long for one. */
export interface PageOf<Item> {
  /** From 1. */
  page: number;
  last: number;
  items: Item[];
}

/** Cuts a list into pages of at most `most`, one at least. */
export function paginate<Item>(list: readonly Item[], most = MAX_IN_LIST): PageOf<Item>[] {
  const last = Math.max(1, Math.ceil(list.length / most));
  return Array.from({ length: last }, (_, index) => {
    return { page: index + 1, last, items: list.slice(index * most, (index + 1) * most) };
  });
}

/** The page of its part that a quote stands on. */
export function pageInPart(quote: Quote, { quotes }: Part, most = MAX_IN_LIST): number {
  return Math.floor(placeIn(quotes, quote) / most) + 1;
}

/** The last page of a part. */
export function lastPage({ quotes }: Part, most = MAX_IN_LIST): number {
  return paginate(quotes, most).length;
}

/**
 * One page of the whole book: the parts on it, each with those of its quotes that are on it too. The
 * quotes of a collection without parts come together.
 */
export interface BookPage extends PageOf<Quote> {
  parts: { part: Part | undefined; quotes: Quote[] }[];
}

/** The parts that the book has, as those without quotes are not in it, each with its first page. */
export function bookParts(
  collection: Collection,
  most = MAX_IN_BOOK,
): { part: Part; page: number }[] {
  const cuts = bookPages(collection, most).flatMap(({ page, parts }) =>
    parts.flatMap(({ part }) => (part ? [{ part, page }] : [])),
  );
  return cuts.filter(({ part }, at) => part !== cuts[at - 1]?.part);
}

/** Cuts the book into pages; a part may run over several. */
export function bookPages({ quotes }: Collection, most = MAX_IN_BOOK): BookPage[] {
  return paginate(quotes, most).map((sheet) => {
    const parts = [...Map.groupBy(sheet.items, ({ part }) => part)];
    return { ...sheet, parts: parts.map(([part, quotes]) => ({ part, quotes })) };
  });
}
