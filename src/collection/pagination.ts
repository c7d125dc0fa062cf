import type { Collection, Part, Quote } from './model.ts';
import { positionIn } from './order.ts';

// A quote on a page of many takes about 90 bytes compressed, the rest of the page 10 kB. A list of 500
// stays below 100 kB even with quotes of three times the length.
const BOOK_PAGE_SIZE = 1000;
const LIST_PAGE_SIZE = 500;

/** One page of a list that may be too long for one. */
export interface PageOf<Item> {
  /** From 1. */
  page: number;
  last: number;
  items: Item[];
}

/** Cuts a list into pages of at most `pageSize`, one at least. */
export function paginate<Item>(list: readonly Item[], pageSize = LIST_PAGE_SIZE): PageOf<Item>[] {
  const last = Math.max(1, Math.ceil(list.length / pageSize));
  return Array.from({ length: last }, (_, index) => {
    return { page: index + 1, last, items: list.slice(index * pageSize, (index + 1) * pageSize) };
  });
}

/** The page of its part, or of another list, that has a quote. */
export function pageInPart(
  quote: Quote,
  { quotes }: Pick<Part, 'quotes'>,
  pageSize = LIST_PAGE_SIZE,
): number {
  return Math.floor(positionIn(quotes, quote) / pageSize) + 1;
}

/** The parts that have quotes, each with its first page in the book. */
export function bookParts(collection: Collection, pageSize = BOOK_PAGE_SIZE) {
  return collection.parts.flatMap((part) => {
    const [first] = part.quotes;
    return first ? [{ part, page: pageInPart(first, collection, pageSize) }] : [];
  });
}

/**
 * The pages of all quotes, each by part; a part may run over several, and without parts there is
 * one group.
 */
export function bookPages({ quotes }: Collection, pageSize = BOOK_PAGE_SIZE) {
  return paginate(quotes, pageSize).map((page) => {
    const parts = [...Map.groupBy(page.items, ({ part }) => part)];
    return { ...page, parts: parts.map(([part, quotes]) => ({ part, quotes })) };
  });
}
