import type { Cited } from './citation.ts';
import type { Status } from './model.ts';

/** A quote as `/quotes.json` and `/quotes/<id>.json` promise it; characters as written. */
export interface QuoteData {
  id: string;
  /** The permalink, absolute. */
  url: string;
  /** The part's printed number. */
  part?: number;
  theme?: string;
  source?: string;
  text: string;
  person?: string;
  lang: string;
  status: Status;
  date?: string;
  locator?: string;
  /** The address of the source. */
  sourceUrl?: string;
  /** Former ids. */
  aliases?: string[];
}

/** The content of `/quotes.json`: parts in their order, quotes in reading order. */
export interface CollectionData {
  title: string;
  person?: string;
  lang: string;
  introduction?: string;
  parts: { number: number; title: string; slug: string }[];
  quotes: QuoteData[];
}

/** What a reference says of a quote; there `url` is the address of the source, not the permalink. */
export function citedData({ sourceUrl, ...quote }: QuoteData): Cited {
  return { ...quote, url: sourceUrl };
}
