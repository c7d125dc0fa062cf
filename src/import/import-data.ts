import type { QuoteEntry } from '../collection/model.ts';

/** What an import brings, whatever its format. */
export interface ImportData {
  title: string;
  person?: string;
  lang: string;
  /** As plain text. */
  introduction?: string;
  /** Fields that every quote of a new collection must have. */
  requires: ('part' | 'theme' | 'source')[];
  parts: { number: number; title: string }[];
  quotes: ImportedQuote[];
}

/** A quote that an import brings; what its source does not say is absent. */
export interface ImportedQuote extends Partial<
  Omit<QuoteEntry, 'text' | 'id' | 'aliases' | 'similar' | 'paragraphs'>
> {
  /** A newline is a line break, an empty line begins a paragraph. */
  text: string;
  /** Where its entry begins in the file, or its words, from 1. */
  line: number;
}
