import type { Collection, Part, Quote } from './model.ts';

/** Quotes on one page of the book; it is continued on a next page beyond them. */
const MOST = 1000;

/** One page of the whole book: the parts that stand on it, each with those of its quotes that do. */
export interface BookPage {
  /** From 1. */
  page: number;
  last: number;
  parts: { part: Part; quotes: Quote[] }[];
}

/** Cuts the book into pages of at most `most` quotes; a part may run over several. */
export function bookPages({ parts, quotes }: Collection, most = MOST): BookPage[] {
  const last = Math.ceil(quotes.length / most);
  return Array.from({ length: last }, (_, index) => {
    const shown = new Set(quotes.slice(index * most, (index + 1) * most));
    const cut = parts.map((part) => {
      return { part, quotes: part.quotes.filter((quote) => shown.has(quote)) };
    });
    return { page: index + 1, last, parts: cut.filter((part) => part.quotes.length > 0) };
  });
}
