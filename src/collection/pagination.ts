import type { Collection, Part, Quote } from './model.ts';
import { positionIn } from './order.ts';

// In a list, a quote takes about 90 bytes compressed, and the rest of the page 10 kB. A list of 500
// stays below 100 kB even if quotes are three times as long.
const BOOK_PAGE_SIZE = 1000;
const LIST_PAGE_SIZE = 500;

/** One page of a paginated list. */
export interface PageOf<Item> {
  /** From 1. */
  page: number;
  last: number;
  items: Item[];
}

/** Splits a list into pages; an empty list has one page. */
export function paginate<Item>(list: readonly Item[], pageSize = LIST_PAGE_SIZE): PageOf<Item>[] {
  const last = Math.max(1, Math.ceil(list.length / pageSize));
  return Array.from({ length: last }, (_, index) => {
    return { page: index + 1, last, items: list.slice(index * pageSize, (index + 1) * pageSize) };
  });
}

/** Returns the number of the page that has a quote, in its part or another list. */
export function pageInPart(
  quote: Quote,
  { quotes }: Pick<Part, 'quotes'>,
  pageSize = LIST_PAGE_SIZE,
): number {
  return Math.floor(positionIn(quotes, quote) / pageSize) + 1;
}

/** Returns the parts that have quotes, each with its first page in the book. */
export function bookParts(collection: Collection, pageSize = BOOK_PAGE_SIZE) {
  return collection.parts.flatMap((part) => {
    const [first] = part.quotes;
    return first ? [{ part, page: pageInPart(first, collection, pageSize) }] : [];
  });
}

/** Returns the pages of all quotes, grouped by part; without parts there is one group. */
export function bookPages({ quotes }: Collection, pageSize = BOOK_PAGE_SIZE) {
  return paginate(quotes, pageSize).map((page) => {
    const parts = [...Map.groupBy(page.items, ({ part }) => part)];
    return { ...page, parts: parts.map(([part, quotes]) => ({ part, quotes })) };
  });
}
