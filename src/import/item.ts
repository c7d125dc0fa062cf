import type { QuoteEntry } from '../collection/model.ts';
import { excerpt } from '../text/excerpt.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';

/** A file as a reader gets it: decoded, with LF line ends. */
export interface Input {
  /** Its name as the user gave it, or its path in the folder that was given. */
  name: string;
  text: string;
  /** What `--columns` says: a field by the name of a column or key. */
  columns?: Map<string, string>;
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

/**
 * A quote as a reader found it; what the format lacks is absent. The rules (`rules.ts`) take off
 * marks, white space and invisible characters, leave out what is empty, and report every value that
 * a field refuses. A reader takes off only the syntax of its format, and joins wrapped lines.
 */
export interface Item extends Omit<ImportedQuote, 'part' | 'status'> {
  /** The number of a part that is declared, or the title of a heading. */
  part?: number | string;
  status?: string;
  /** The line that says who or what it is by: `Author, Work (year)`. */
  credit?: string;
  /** A remark of whoever kept the quote: a label for its theme, or left out with a notice. */
  note?: string;
  tags?: string[];
}

/** What an import brings, whatever its format. */
export interface ImportData {
  title: string;
  person?: string;
  lang: string;
  /** As plain text, an empty line between paragraphs. */
  introduction?: string;
  /** Fields that every quote of a new collection must have. */
  requires: ('part' | 'theme' | 'source')[];
  parts: { number: number; title: string }[];
  quotes: ImportedQuote[];
}

/** What is wrong with a line, from 1: `subject` and `message` read as one sentence. */
export interface ImportDiagnostic {
  /** An error loses words of a quote, a notice names what was left out or changed. */
  severity: 'error' | 'skipped' | 'warning' | 'notice';
  line: number;
  file?: string;
  subject: 'title' | 'introduction' | 'part' | 'theme' | 'quote' | 'source' | 'line' | 'column';
  message: string;
}

/** What a reader makes of a file: it reports each piece of text that becomes no item, and why. */
export interface ReadResult extends Partial<Omit<ImportData, 'quotes' | 'requires'>> {
  /** Parts with numbers of their own, in order. */
  parts: ImportData['parts'];
  items: Item[];
  diagnostics: ImportDiagnostic[];
  /** Printed notes: the reader has taken off the marks, and quotes of a kind have the same fields. */
  isPrinted?: true;
  /** What an attribution of one piece is; a person unless said. */
  loneCredit?: 'person' | 'source';
  /** What was read in one of several ways, each a sentence for the summary. */
  assumptions: string[];
}

/** An empty result, with what reports into it. */
export function createResult() {
  const result: ReadResult = { items: [], parts: [], diagnostics: [], assumptions: [] };
  return { result, ...reporter(result.diagnostics) };
}

/** Makes diagnostics and keeps them in a list. */
export function reporter(diagnostics: ImportDiagnostic[]) {
  const report =
    (severity: ImportDiagnostic['severity']) =>
    (line: number, subject: ImportDiagnostic['subject'], message: string): void => {
      diagnostics.push({ severity, line, subject, message });
    };
  return { error: report('error'), warning: report('warning'), notice: report('notice') };
}

export type ItemReporter = ReturnType<typeof reporter>;

/** The beginning of a text, safe to print. */
export function quoted(text: string): string {
  return `\`${excerpt(text.slice(0, 200).replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD'), 48)}\``;
}

/** Names the first character of a text that no field may contain, as a message. */
export function forbiddenIn(text: string): string | undefined {
  const name = findForbiddenCharacter(text)?.name;
  if (name === undefined) return undefined;
  const cause =
    name === 'U+FFFD'
      ? 'the mark of bytes that are not UTF-8; save the file with the encoding UTF-8'
      : 'an invisible or control character; remove it';
  return `contains ${name}, ${cause}: ${quoted(text)}`;
}
