import { memoize } from '../text/memoize.ts';
import { isBigram, tokenize, type Token } from '../text/tokenize.ts';
import { findAbbreviations } from './abbreviations.ts';
import type { SearchData } from './documents.ts';
import { buildDictionary, type TermDictionary } from './term-dictionary.ts';
import type { ChunkedTask } from './time-slicing.ts';

/** The indexed fields of a quote, in the order of its token stream. */
export const FIELDS = ['theme', 'text', 'source', 'person', 'part', 'subjects', 'title'] as const;
export type Field = (typeof FIELDS)[number];

/** Ends each field of a token stream, so that no phrase spans two fields. */
const FIELD_BOUNDARY = -1;

/** The term for the number or joined label of a part; no word of a quote begins with a colon. */
export const partTerm = (name: number | string): string => `:${name}`;

/** The ids of a quote's terms in text order; each field ends with `FIELD_BOUNDARY`. */
export type TokenStream = readonly number[];

/**
 * The quotes that contain a term, one integer each: the quote's number and, in the lowest bits, the
 * fields. Integers take less memory than objects, and common words occur in every quote.
 */
export type Postings = readonly number[];

export const quoteOf = (posting: number): number => posting >> FIELDS.length;
export const fieldsOf = (posting: number): number => posting & ((1 << FIELDS.length) - 1);
const postingOf = (quote: number, field: number): number => (quote << FIELDS.length) | (1 << field);

export interface InvertedIndex {
  /** By quote number. */
  streams: readonly TokenStream[];
  /** By quote number: the letters of its theme, text, source and person, for `createPhraseTest`. */
  letters: readonly string[];
  dictionary: TermDictionary;
  /** By term id. */
  postings: readonly Postings[];
  /** By term id: its first spelling in a quote, in lower case. */
  written: readonly string[];
  /** See `findAbbreviations`. */
  abbreviations: ReadonlyMap<string, string[]>;
}

/** The letters that a term adds to a text: only the first of a bigram, because these overlap. */
export const addedLetters = (term: string): string =>
  isBigram(term) ? term.normalize('NFC').replace(/^(\p{L}\p{M}*).*/u, '$1') : term;

/** Indexes all quotes; each quote and each term is a step. */
export function* buildIndex(data: SearchData): ChunkedTask<InvertedIndex> {
  const ids = new Map<string, number>();
  const spacedLetters: string[] = [];
  const postings: number[][] = [];
  const written: string[] = [];
  const abbreviations = new Map<string, string[]>();

  const idOf = (term: string, text: string): number => {
    let id = ids.get(term);
    if (id === undefined) {
      id = postings.length;
      ids.set(term, id);
      postings.push([]);
      spacedLetters.push(` ${addedLetters(term)}`);
      written.push(text.toLowerCase());
    }
    return id;
  };
  const idsOf = (text: string, tokens: readonly Token[]): number[] =>
    tokens.map(({ term, start, end }) => idOf(term, text.slice(start, end)));
  const termsOf = (text = ''): number[] => {
    findAbbreviations(text, abbreviations);
    return idsOf(text, tokenize(text));
  };
  // Many quotes share a source and a part.
  const termsOfLabel = memoize(termsOf);

  const parts = new Map(
    data.parts.map(({ number, title, label = `Part ${number}` }) => {
      const name = tokenize(label).map(({ term }) => term);
      const names = [number, name.join('')].map((name) => idOf(partTerm(name), ''));
      return [number, [...names, ...termsOf(title)]];
    }),
  );
  const streams = data.quotes.map((): number[] => []);
  const letters: string[] = [];
  const add = (quote: number, field: number, terms: readonly number[]): void => {
    for (const term of terms) {
      streams[quote]!.push(term);
      const list = postings[term]!;
      const last = list.length - 1;
      if (last < 0 || quoteOf(list[last]!) !== quote) list.push(postingOf(quote, field));
      else list[last]! |= postingOf(quote, field);
    }
    streams[quote]!.push(FIELD_BOUNDARY);
  };

  for (const [quote, document] of data.quotes.entries()) {
    const { theme, text, source, person = data.person, part, subjects = [] } = document;
    const fields = [termsOf(theme), termsOf(text), termsOfLabel(source), termsOfLabel(person)];
    letters.push(
      fields.map((terms) => terms.map((term) => spacedLetters[term]).join('')).join('\n'),
    );
    fields.push(parts.get(part!) ?? [], subjects.flatMap(termsOfLabel));
    for (const [field, terms] of fields.entries()) add(quote, field, terms);
    yield;
  }
  // A title word that some quote contains finds only such quotes.
  const { title = '' } = data;
  const unused = tokenize(title).filter(({ term }) => !ids.has(term));
  const titleTerms = idsOf(title, unused);
  for (const quote of streams.keys()) {
    add(quote, FIELDS.indexOf('title'), titleTerms);
    yield;
  }
  const dictionary = yield* buildDictionary([...ids.keys()]);
  return { streams, letters, dictionary, postings, written, abbreviations };
}

/** The postings of quotes in which the terms directly follow one another. */
export function phrasePostings(index: InvertedIndex, phrase: readonly number[]): Postings {
  const lists = phrase.map((term) => index.postings[term]!);
  if (lists.length === 1) return lists[0]!;
  const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  return rarest.flatMap((posting) => {
    const quote = quoteOf(posting);
    const stream = index.streams[quote]!;
    let at = -1;
    do at = stream.indexOf(phrase[0]!, at + 1);
    while (at >= 0 && phrase.some((term, i) => stream[at + i] !== term));
    if (at < 0) return [];
    const field = stream.slice(0, at).filter((term) => term === FIELD_BOUNDARY).length;
    return [postingOf(quote, field)];
  });
}
