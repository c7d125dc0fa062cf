import { textKey } from '../collection/plain-text.ts';
import type { Field } from './import-data.ts';
import { singleSpaced } from './whitespace.ts';

/** Of the table that Readwise exports. */
export const readwiseColumns: Record<string, Field> = {
  highlight: 'text',
  'book title': 'source',
  'book author': 'person',
  note: 'theme',
  location: 'locator',
  'location type': 'locatorKind',
};

/** What Readwise says of a highlight and a collection has no place for. */
export const leftOut = ['amazon book id', 'color', 'tags', 'highlighted at', 'document tags'];

/** Whether columns of these names are those of Readwise. */
export function isReadwise(names: string[]): boolean {
  return names.includes('highlight') && names.includes('book title');
}

/** Completes the values of one row, from which a quote is made. */
export interface Completion {
  complete: (values: Map<Field, string>) => void;
  /** Of quotes whose theme is made of their first words. */
  count: () => number;
}

/** Where highlights name no part, a book with the title of one that is there goes into it. */
export function completeHighlights(
  parts: readonly { number: number; title: string }[],
  hasPart: boolean,
): Completion {
  const books = new Map(parts.map(({ title, number }) => [title, number]));
  let count = 0;
  return {
    complete(values) {
      const kind = values.get('locatorKind')?.toLowerCase() ?? '';
      const place = values.get('locator');
      if (place !== undefined && !place.includes(kind)) values.set('locator', `${kind} ${place}`);
      const theme = values.get('theme');
      if (theme === undefined || !isLabel(theme)) {
        count++;
        values.set('theme', wordsAtStart(values.get('text') ?? ''));
      }
      if (values.has('part') || hasPart) return;
      const book = singleSpaced(values.get('source') ?? '');
      const next = Math.max(0, ...books.values()) + 1;
      if (!books.has(book)) books.set(book, next);
      values.set('part', String(books.get(book)));
      values.set('partTitle', book);
    },
    count: () => count,
  };
}

const LONGEST_LABEL = 60;
const FIRST_WORDS = 6;

function isLabel(note: string): boolean {
  return note.length <= LONGEST_LABEL && !/[\n\r]/u.test(note) && !note.startsWith('.');
}

/** The first words of a text as they are. */
function wordsAtStart(text: string): string {
  const words = textKey(text).split(' ').slice(0, FIRST_WORDS).join(' ');
  return [...words]
    .slice(0, LONGEST_LABEL)
    .join('')
    .replace(/[\s,;:—–-]+$/u, '');
}
