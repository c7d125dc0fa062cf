import type { QuoteEntry } from '../collection/model.ts';
import type { Notes } from './parse.ts';

/** What an import brings, from notes or from a table. */
export interface Incoming {
  title?: string;
  person?: string;
  /** As plain text. */
  introduction?: string;
  parts: { number: number; title: string }[];
  quotes: IncomingQuote[];
}

/** A quote that comes in; what it does not say is left as it is. */
export interface IncomingQuote
  extends
    Required<Pick<QuoteEntry, 'part' | 'theme' | 'source'>>,
    Pick<QuoteEntry, 'text'>,
    Partial<Pick<QuoteEntry, 'order' | 'url' | 'date' | 'locator' | 'status' | 'person' | 'lang'>> {
  /** From 1. */
  line: number;
}

/** What a column of a table may hold. */
export type Field = Exclude<keyof IncomingQuote, 'line'> | 'partTitle' | 'locatorKind';

/** Notes as what they bring: their quotes in the order of the page. */
export function incomingOf({ title, introduction, parts }: Notes): Incoming {
  return {
    title,
    introduction,
    parts: parts.map(({ number, title }) => ({ number, title })),
    quotes: parts.flatMap(({ number, quotes }) =>
      quotes.map((quote) => ({ part: number, ...quote })),
    ),
  };
}
