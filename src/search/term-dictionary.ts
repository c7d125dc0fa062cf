import { stems } from '../text/stemmer.ts';
import { isBigram } from '../text/tokenize.ts';
import { createFuzzyLookup } from './fuzzy-lookup.ts';
import type { ChunkedTask } from './time-slicing.ts';

/** The lowest similarity of an exact match: the same word, an inflected form or a typed prefix. */
export const EXACT_THRESHOLD = 0.85;

/** The lowest similarity of a close match; weaker ones only add to score and evidence. */
export const CLOSE_THRESHOLD = 0.58;

const STEM = 0.95;
const PREFIX = 0.9;

// A finished word that is the prefix of another, or has a stem that may belong to another word.
const FINISHED_PREFIX = 0.7;
const DOUBTFUL_STEM = 0.8;

// The similarity of a misspelt word before its errors are subtracted.
export const FUZZY = 0.9;

// Added to the errors, because people rarely mistype the first letter.
const WRONG_FIRST_LETTER = 0.4;

// Factor for a word with more errors than its length allows.
const DOUBTFUL = 0.7;

// Shorter words are the prefix of too many others, or resemble too many.
const MIN_PREFIX = 3;
const MIN_FUZZY_PREFIX = 5;

/** The errors that a word of this length may have, and the most that count if other words match. */
function tolerance(length: number): { allowed: number; most: number } {
  return {
    allowed: length < 4 ? 0 : length < 9 ? 1 : 2,
    most: length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3,
  };
}

export interface TermMatch {
  /** Index of the term in the dictionary. */
  term: number;
  /** From 0 to 1, the same word. */
  similarity: number;
  /** The number of typing errors. */
  errors: number;
}

export interface LookupOptions {
  /** Whether the word is still being typed. */
  isPrefix: boolean;
  /** Skips misspelt words. */
  exactOnly?: boolean;
}

export interface TermDictionary {
  terms: readonly string[];
  id: (term: string) => number | undefined;
  /** Returns the terms that resemble a word, most similar first. */
  lookup: (word: string, options: LookupOptions) => readonly TermMatch[];
}

// A single letter is the prefix of thousands of words, which are not evidence for anything.
const MAX_MATCHES = 500;

// Enough for several queries; each key press looks up all words of the query again.
const MAX_CACHED = 200;

/** Indexes the distinct terms of a collection; each term is a step. */
export function* buildDictionary(terms: readonly string[]): ChunkedTask<TermDictionary> {
  const ids = new Map<string, number>();
  const byStem = new Map<string, number[]>();
  for (const [id, term] of terms.entries()) {
    ids.set(term, id);
    for (const stem of stems(term)) {
      const family = byStem.get(stem);
      if (family) family.push(id);
      else byStem.set(stem, [id]);
    }
    yield;
  }
  const findFuzzy = createFuzzyLookup(terms);

  function find(word: string, { isPrefix, exactOnly }: LookupOptions): TermMatch[] {
    const exact = ids.get(word);
    const isPair = isBigram(word);
    // A single letter that is a term matches only itself, except in scripts without spaces.
    if (exact !== undefined && word.length === 1 && !isPair) {
      return [{ term: exact, similarity: 1, errors: 0 }];
    }
    const found = new Map<number, TermMatch>();
    const add = (term: number, similarity: number, errors = 0) => {
      if (similarity > (found.get(term)?.similarity ?? 0)) {
        found.set(term, { term, similarity, errors });
      }
    };
    if (exact !== undefined) add(exact, 1);
    const isOpen = isPrefix || isPair;
    for (let term = 0; (isOpen || word.length >= MIN_PREFIX) && term < terms.length; term++) {
      if (terms[term]!.startsWith(word)) add(term, isOpen ? PREFIX : FINISHED_PREFIX);
    }
    for (const [i, stem] of stems(word).entries()) {
      for (const term of byStem.get(stem) ?? []) {
        add(term, i === 0 && stems(terms[term]!)[0] === stem ? STEM : DOUBTFUL_STEM);
      }
    }
    if (!exactOnly && !isPair && !/\p{N}/u.test(word)) {
      addMisspelt(word, false, add);
      if (isPrefix && word.length >= MIN_FUZZY_PREFIX) addMisspelt(word, true, add);
    }
    return [...found.values()].sort((a, b) => b.similarity - a.similarity).slice(0, MAX_MATCHES);
  }

  function addMisspelt(
    word: string,
    isPrefix: boolean,
    add: (term: number, similarity: number, errors: number) => void,
  ): void {
    const { allowed, most } = tolerance(word.length);
    for (const { term, errors } of most ? findFuzzy(word, isPrefix, most) : []) {
      const other = terms[term]!;
      const length = isPrefix ? word.length + 1 : Math.max(word.length, other.length);
      const first = other[0] === word[0] ? 0 : WRONG_FIRST_LETTER;
      const similarity = FUZZY - (errors + first) / length;
      add(term, errors > allowed ? similarity * DOUBTFUL : similarity, errors);
    }
  }

  const cache = new Map<string, TermMatch[]>();
  return {
    terms,
    id: (term) => ids.get(term),
    lookup(word, options) {
      const key = `${word}${options.isPrefix ? '*' : ''}${options.exactOnly ? '!' : ''}`;
      let found = cache.get(key);
      if (!found) {
        if (cache.size >= MAX_CACHED) cache.clear();
        found = find(word, options);
        cache.set(key, found);
      }
      return found;
    },
  };
}
