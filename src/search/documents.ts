import type { Collection } from '../collection/model.ts';

/** What the browser needs of one quote in order to find and show it; characters as written. */
export interface SearchDocument {
  id: string;
  /** The printed number of the part. */
  part: number;
  theme: string;
  source: string;
  text: string;
  /** Only where it differs from the collection's. */
  lang?: string;
}

/** The content of `/search.json`: parts in their order, quotes in reading order. */
export interface SearchData {
  parts: { number: number; title: string }[];
  quotes: SearchDocument[];
}

/** The searchable part of a collection, without anything that search does not need. */
export function searchData(collection: Collection): SearchData {
  return {
    parts: collection.parts.map(({ number, title }) => ({ number, title })),
    quotes: collection.quotes.map(({ id, part, theme, source, text, lang }) => ({
      id,
      part: part.number,
      theme: theme.label,
      source: source.name,
      text,
      ...(lang === collection.lang ? {} : { lang }),
    })),
  };
}
