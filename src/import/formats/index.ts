import type { Input, ReadResult } from '../item.ts';
import { isAppleBooks, readAppleBooks } from './apple-books.ts';
import { isCsv, readCsv } from './csv.ts';
import { isFortune, readFortune } from './fortune.ts';
import { isJson, readJson } from './json.ts';
import { isKindle, readKindle } from './kindle.ts';
import { isList, readList } from './list.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { isPrintedNotes, readPrintedNotes } from './printed-notes.ts';
import { isReadwiseNote, readReadwiseNote } from './readwise-note.ts';
import { isZotero, readZotero } from './zotero.ts';

/** A format that an import reads. */
export interface Format {
  /** As `--format` takes it. */
  name: string;
  /** As messages call it. */
  title: string;
  /**
   * How sure it is that an input has this format: 0 for none, below 0.6 a guess, below 0.9 likely,
   * then sure. The highest score of all formats wins; a list claims 0.2 of any text, 0.6 at most.
   */
  recognize: (input: Input) => number;
  read: (input: Input) => ReadResult;
}

/** Every format; of equally sure ones the first is taken. */
export const formats: readonly Format[] = [
  { name: 'kindle', title: 'Kindle clippings', recognize: isKindle, read: readKindle },
  {
    name: 'apple-books',
    title: 'Apple Books excerpts',
    recognize: isAppleBooks,
    read: readAppleBooks,
  },
  { name: 'zotero', title: 'a note of Zotero', recognize: isZotero, read: readZotero },
  {
    name: 'readwise-note',
    title: 'a note of Readwise',
    recognize: isReadwiseNote,
    read: readReadwiseNote,
  },
  { name: 'csv', title: 'a table', recognize: isCsv, read: readCsv },
  { name: 'json', title: 'JSON', recognize: isJson, read: readJson },
  { name: 'fortune', title: 'a fortune file', recognize: isFortune, read: readFortune },
  { name: 'notes', title: 'printed notes', recognize: isPrintedNotes, read: readPrintedNotes },
  { name: 'markdown', title: 'Markdown', recognize: isMarkdown, read: readMarkdown },
  { name: 'list', title: 'a list of quotes', recognize: isList, read: readList },
];

/** From this share on a format is sure, or likely. */
const SURE = 0.9;
const LIKELY = 0.6;

/** Finds the format of an input by its content, with words for how sure it is. */
export function recognizeFormat(input: Input): {
  format: Format;
  certainty: 'sure' | 'likely' | 'a guess';
} {
  const scored = formats.map((format) => ({ format, score: format.recognize(input) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const certainty = best.score >= SURE ? 'sure' : best.score >= LIKELY ? 'likely' : 'a guess';
  return { format: best.score > 0 ? best.format : formats.at(-1)!, certainty };
}
