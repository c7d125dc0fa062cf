import type { SearchData } from './documents.ts';
import { words } from '../text/tokenize.ts';
import type { Steps } from './time-slicing.ts';
import { readVocabulary, type Vocabulary } from './term-dictionary.ts';

/** The fields of a quote in which words are looked for, in the order in which a passage holds them. */
export const FIELDS = ['theme', 'text', 'source', 'person', 'part', 'subjects', 'title'] as const;
export type Field = (typeof FIELDS)[number];

/** Stands in a passage after each field, so that no phrase crosses from one into the next. */
export const FIELD_END = -1;

/** The numbers of a quote's words in their order, each field closed by `FIELD_END`. */
export type Passage = readonly number[];

/**
 * Where a word occurs, one number a quote: the quote's number and, in the lowest bits, the fields.
 * Numbers instead of objects, because common words occur in every quote.
 */
export type Postings = readonly number[];

export const quoteOf = (posting: number): number => posting >> FIELDS.length;
export const fieldsOf = (posting: number): number => posting & ((1 << FIELDS.length) - 1);
const postingOf = (quote: number, field: number): number => (quote << FIELDS.length) | (1 << field);

export interface Passages {
  /** By number of the quote. */
  all: readonly Passage[];
  vocabulary: Vocabulary;
  /** By number of the word. */
  postings: readonly Postings[];
}

/** Reads all quotes once, word by word; a quote or a word is a step. */
export function* readPassages(data: SearchData): Steps<Passages> {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const labels = new Map<string, number[]>();
  const parts = new Map(data.parts.map(({ number, title }) => [number, `${number} ${title}`]));

  const read = (text: string): number[] =>
    words(text).map(({ folded }) => {
      let number = numbers.get(folded);
      if (number === undefined) {
        number = postings.length;
        numbers.set(folded, number);
        postings.push([]);
      }
      return number;
    });

  // Many quotes share a source and a part.
  const readLabel = (label: string): number[] => {
    let content = labels.get(label);
    if (!content) {
      content = read(label);
      labels.set(label, content);
    }
    return content;
  };

  const all = data.quotes.map((): number[] => []);
  const add = (quote: number, field: number, content: readonly number[]): void => {
    for (const word of content) {
      all[quote]!.push(word);
      const list = postings[word] ?? [];
      const last = list.length - 1;
      const posting = list[last];
      if (posting === undefined || quoteOf(posting) !== quote) list.push(postingOf(quote, field));
      else list[last] = posting | postingOf(quote, field);
    }
    all[quote]!.push(FIELD_END);
  };

  for (const [quote, document] of data.quotes.entries()) {
    const { theme, text, source, person = data.person, part, subjects } = document;
    const inPart = part === undefined ? undefined : parts.get(part);
    const labels = [source, person, inPart, subjects?.join(' ')];
    const contents = [
      read(theme ?? ''),
      read(text),
      ...labels.map((label = '') => readLabel(label)),
    ];
    contents.forEach((content, field) => add(quote, field, content));
    yield;
  }
  // A word of the title that some quote says is asked of this quote, and not of all.
  const unsaid = words(data.title ?? '').filter(({ folded }) => !numbers.has(folded));
  const title = read(unsaid.map(({ folded }) => folded).join(' '));
  for (const quote of all.keys()) {
    add(quote, FIELDS.indexOf('title'), title);
    yield;
  }
  return { all, vocabulary: yield* readVocabulary([...numbers.keys()]), postings };
}

/** Where words directly follow one another in this order. */
export function adjacent({ all, postings }: Passages, sequence: readonly number[]): Postings {
  const lists = sequence.map((word) => postings[word] ?? []);
  const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  const found: number[] = [];
  for (const posting of rarest) {
    const quote = quoteOf(posting);
    const passage = all[quote] ?? [];
    let field = 0;
    for (let place = 0; place < passage.length; place++) {
      if (passage[place] === FIELD_END) field++;
      else if (sequence.every((word, i) => passage[place + i] === word)) {
        found.push(postingOf(quote, field));
        break;
      }
    }
  }
  return found;
}
