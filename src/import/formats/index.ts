import type { Input, ReadResult } from '../item.ts';
import * as appleBooks from './apple-books.ts';
import * as csv from './csv.ts';
import * as fortune from './fortune.ts';
import * as json from './json.ts';
import * as kindle from './kindle.ts';
import * as list from './list.ts';
import * as markdown from './markdown.ts';
import * as printedNotes from './printed-notes.ts';
import * as readwiseNote from './readwise-note.ts';
import * as zotero from './zotero.ts';

export interface Format {
  /** The value of `--format`. */
  name: string;
  /** The name in messages. */
  title: string;
  /**
   * Scores how likely an input has this format, from 0 to 1: below 0.6 a guess, below 0.9 likely,
   * otherwise certain. The highest score wins. `list` gives any text 0.2, and at most 0.6.
   */
  recognize: (input: Input) => number;
  read: (input: Input) => ReadResult;
}

/** All formats. Of equal scores the first wins. */
export const formats: readonly Format[] = [
  { name: 'kindle', title: 'Kindle clippings', ...kindle },
  { name: 'apple-books', title: 'Apple Books excerpts', ...appleBooks },
  { name: 'zotero', title: 'a Zotero note', ...zotero },
  { name: 'readwise-note', title: 'a Readwise note', ...readwiseNote },
  { name: 'csv', title: 'a table', ...csv },
  { name: 'json', title: 'JSON', ...json },
  { name: 'fortune', title: 'a fortune file', ...fortune },
  { name: 'notes', title: 'printed notes', ...printedNotes },
  { name: 'markdown', title: 'Markdown', ...markdown },
  { name: 'list', title: 'a list of quotes', ...list },
];

/** Recognizes the format of an input by its content, with a label for how certain that is. */
export function recognizeFormat(input: Input): { format: Format; certainty: string } {
  const scored = formats.map((format) => ({ format, score: format.recognize(input) }));
  const { format, score } = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const certainty = score < 0.6 ? 'a guess' : score < 0.9 ? 'likely' : 'sure';
  return { format: score > 0 ? format : formats.at(-1)!, certainty };
}
