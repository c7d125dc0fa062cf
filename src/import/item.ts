import type { QuoteEntry } from '../collection/model.ts';
import { excerpt } from '../text/excerpt.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';

/** A decoded file with LF line endings. */
export interface Input {
  /** The name that the user gave, or the path within the given folder. */
  name: string;
  text: string;
  /** The fields from `--columns`, by the name of a column or key. */
  columns?: Map<string, string>;
}

/** An imported quote. Fields that its source lacks are absent. */
export interface ImportedQuote extends Partial<
  Omit<QuoteEntry, 'text' | 'id' | 'aliases' | 'similar' | 'paragraphs'>
> {
  /** A newline is a line break; an empty line separates paragraphs. */
  text: string;
  /** The line of the file, from 1, on which its entry or its text begins. */
  line: number;
}

/**
 * A quote as a reader found it. Fields that the format lacks are absent. A reader only removes the
 * syntax of its format and joins wrapped lines. The rules (`rules.ts`) then remove quotation marks,
 * white space and invisible characters, drop empty quotes, and report invalid values.
 */
export interface Item extends Omit<ImportedQuote, 'part' | 'status'> {
  /** The number of a declared part, or the title of a heading. */
  part?: number | string;
  status?: string;
  /** The line that credits the quote: `Author, Work (year)`. */
  credit?: string;
  /** The collector's note. A short one becomes the theme; others are left out with a notice. */
  note?: string;
  tags?: string[];
}

/** The result of an import, independent of the format. */
export interface ImportData {
  title: string;
  person?: string;
  lang: string;
  /** Plain text, with an empty line between paragraphs. */
  introduction?: string;
  /** Fields that every quote of a new collection must have. */
  requires: ('part' | 'theme' | 'source')[];
  parts: { number: number; title: string }[];
  quotes: ImportedQuote[];
}

/** A problem of a line, counted from 1. `subject` and `message` form a sentence. */
export interface ImportDiagnostic {
  /** An error would lose part of a quote. A notice says what was left out or changed. */
  severity: 'error' | 'skipped' | 'warning' | 'notice';
  line: number;
  file?: string;
  subject: 'title' | 'introduction' | 'part' | 'theme' | 'quote' | 'source' | 'line' | 'column';
  message: string;
}

/** The result of a reader. Every piece of text that is not part of an item has a diagnostic. */
export interface ReadResult extends Partial<Omit<ImportData, 'quotes' | 'requires'>> {
  /** Numbered parts, in order. */
  parts: ImportData['parts'];
  items: Item[];
  diagnostics: ImportDiagnostic[];
  /** Printed notes: quotation marks are already removed, and all quotes have the same fields. */
  isPrinted?: true;
  /** What a credit without a comma is; a person by default. */
  loneCredit?: 'person' | 'source';
  /** How ambiguous text was read, one sentence each, for the summary. */
  assumptions: string[];
}

/** Creates an empty result, with functions that add diagnostics to it. */
export function createResult() {
  const result: ReadResult = { items: [], parts: [], diagnostics: [], assumptions: [] };
  return { result, ...reporter(result.diagnostics) };
}

/** Returns functions that append diagnostics to a list. */
export function reporter(diagnostics: ImportDiagnostic[]) {
  const report =
    (severity: ImportDiagnostic['severity']) =>
    (line: number, subject: ImportDiagnostic['subject'], message: string): void => {
      diagnostics.push({ severity, line, subject, message });
    };
  return { error: report('error'), warning: report('warning'), notice: report('notice') };
}

export type ItemReporter = ReturnType<typeof reporter>;

/** Formats the beginning of a text for a message, safe to print. */
export function quoted(text: string): string {
  return `\`${excerpt(text.slice(0, 200).replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD'), 48)}\``;
}

/** Describes the first forbidden character of a text, as a message. */
export function forbiddenIn(text: string): string | undefined {
  const name = findForbiddenCharacter(text)?.name;
  if (name === undefined) return undefined;
  const cause =
    name === 'U+FFFD'
      ? 'which replaces bytes that are not UTF-8; save the file with UTF-8 encoding'
      : 'an invisible or control character; remove it';
  return `contains ${name}, ${cause}: ${quoted(text)}`;
}
