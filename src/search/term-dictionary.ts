import { isBigram } from '../text/tokenize.ts';
import { stems } from '../text/stemmer.ts';
import { createFuzzyLookup } from './fuzzy-lookup.ts';
import type { ChunkedTask } from './time-slicing.ts';

/** From this similarity on a word is there: exact, inflected or begun. Below, it is only close. */
export const SURE = 0.85;

const STEM = 0.95;
const PREFIX = 0.86;

// A finished word that begins another one, or shares a stem that may be another word's.
const FINISHED_PREFIX = [0.55, 0.8] as const;
const DOUBTFUL_STEM = 0.8;

// What is left of the similarity of a misspelt word before its errors are counted.
export const FUZZY = 0.9;

// People rarely miss the first letter; the longer the word, the less it matters.
const WRONG_FIRST_LETTER = 0.4;

// Similarity of a word with more errors than its length allows.
const DOUBTFUL = 0.7;

// An error beside another ending.
const FUZZY_STEM = 0.8;

/** A shorter finished word is no beginning, and a shorter misspelt word is anything. */
export const MIN_PREFIX = 3;
const MIN_FUZZY_PREFIX = 5;
const MIN_FUZZY_STEM = 6;

/** Errors that a word of this length may have, and those that it may have in good company. */
function tolerance(length: number): { errors: number; doubtful: number } {
  if (length < 4) return { errors: 0, doubtful: length < 3 ? 0 : 1 };
  if (length < 6) return { errors: 1, doubtful: 1 };
  if (length < 9) return { errors: 1, doubtful: 2 };
  return { errors: 2, doubtful: length < 11 ? 2 : 3 };
}

export interface TermMatch {
  /** Index of the term in the dictionary. */
  term: number;
  /** From 0, another word, to 1, the same. */
  similarity: number;
  /** Typing errors, if that is how it was found. */
  errors: number;
}

export interface LookupOptions {
  /** Whether the word is still being typed. */
  isPrefix: boolean;
  /** Leaves out misspelt words. */
  exactOnly?: boolean;
}

export interface TermDictionary {
  terms: readonly string[];
  id: (term: string) => number | undefined;
  /** Terms like a word, the most similar first. */
  lookup: (word: string, options: LookupOptions) => readonly TermMatch[];
}

// A single letter begins thousands of words, which together say nothing.
const MAX_MATCHES = 500;

// Enough for the words of some queries: each key press asks again for all words before it.
const MAX_CACHED = 200;

/** Prepares looking up the distinct terms of a collection, each in a step. */
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
  const roots = [...byStem.keys()];
  const findFuzzy = createFuzzyLookup(terms);
  const findFuzzyStem = createFuzzyLookup(roots);

  function find(word: string, { isPrefix, exactOnly }: LookupOptions): TermMatch[] {
    const found = new Map<number, TermMatch>();
    const add = (term: number, similarity: number, errors = 0) => {
      if (similarity > (found.get(term)?.similarity ?? 0)) {
        found.set(term, { term, similarity, errors });
      }
    };
    const exact = ids.get(word);
    if (exact !== undefined) add(exact, 1);
    const isPair = isBigram(word);
    // A single letter is read as itself.
    if (exact !== undefined && word.length === 1 && !isPair) return [...found.values()];
    const isOpen = isPrefix || isPair;
    if (isOpen || word.length >= MIN_PREFIX) {
      const [least, most] = isOpen ? [PREFIX, STEM] : FINISHED_PREFIX;
      for (let term = 0; term < terms.length; term++) {
        const other = terms[term]!;
        if (!other.startsWith(word)) continue;
        add(term, least + (most - least) * (word.length / other.length));
      }
    }
    for (const [i, stem] of stems(word).entries()) {
      for (const term of byStem.get(stem) ?? []) {
        add(term, i === 0 && stems(terms[term]!)[0] === stem ? STEM : DOUBTFUL_STEM);
      }
    }
    if (!exactOnly && !isPair && !/\p{N}/u.test(word)) {
      for (const { term, similarity, errors } of findMisspelt(word, isPrefix)) {
        add(term, similarity, errors);
      }
    }
    return [...found.values()].sort((a, b) => b.similarity - a.similarity).slice(0, MAX_MATCHES);
  }

  function findMisspelt(word: string, isPrefix: boolean): TermMatch[] {
    const { errors: allowed, doubtful } = tolerance(word.length);
    if (doubtful === 0) return [];
    const rate = (errors: number, other: string, length: number) => {
      const first = other[0] === word[0] ? 0 : WRONG_FIRST_LETTER;
      return (FUZZY - (errors + first) / length) * (errors > allowed ? DOUBTFUL : 1);
    };
    const found = findFuzzy(word, false, doubtful).map(({ term, errors }): TermMatch => {
      const length = Math.max(word.length, terms[term]!.length);
      return { term, errors, similarity: rate(errors, terms[term]!, length) };
    });
    if (isPrefix && word.length >= MIN_FUZZY_PREFIX) {
      for (const { term, errors } of findFuzzy(word, true, doubtful)) {
        found.push({ term, errors, similarity: rate(errors, terms[term]!, word.length + 1) });
      }
    }
    const [root = word] = stems(word);
    for (const { term: other, errors } of findFuzzyStem(root, false, 1)) {
      const length = Math.max(root.length, roots[other]!.length);
      if (length < MIN_FUZZY_STEM) continue;
      const similarity = FUZZY_STEM * rate(errors, roots[other]!, length);
      for (const term of byStem.get(roots[other]!)!) found.push({ term, errors, similarity });
    }
    return found;
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
