import { isStopWord } from '../text/stop-words.ts';
import { isBigram } from '../text/tokenize.ts';
import { abbreviationKey } from './abbreviations.ts';
import { partTerm, phrasePostings, type InvertedIndex, type Postings } from './inverted-index.ts';
import { CLOSE_THRESHOLD, FUZZY, EXACT_THRESHOLD } from './term-dictionary.ts';

/** Terms of the quotes that a query word may mean. */
export interface Expansion {
  /** From 0 to 1. */
  similarity: number;
  /** Several if the quotes write as several words what the query joins or abbreviates. */
  terms: readonly number[];
  postings: Postings;
}

export interface QueryTerm {
  word: string;
  /** Whether it is still being typed. */
  isPrefix: boolean;
  /** False for a stop word, unless the query consists of stop words. */
  isContentWord: boolean;
  /** Most similar first. */
  expansions: Expansion[];
}

// For a match that is an abbreviation or differs only in spaces or hyphens.
const COMPOUND_PENALTY = 0.98;

// A number or label that a quote contains is unlikely to mean the part.
const PART = 0.86;
const UNLIKELY_PART = 0.5;

// Shorter pieces of a misspelt word resemble too many terms.
const MIN_PIECE = 3;

/** The most words that may be written as one: "peer-to-peer". */
const MAX_PIECES = 3;

// Names of more words are rarely abbreviated.
const MAX_NAME_WORDS = 6;

/** Finds the terms that each word may mean: similar ones, or words joined, split or abbreviated. */
export function expandQuery(
  index: InvertedIndex,
  words: readonly string[],
  isFinished: boolean,
): QueryTerm[] {
  const { dictionary } = index;
  const onlyStopWords = words.every(isStopWord);
  const last = isFinished ? -1 : words.length - 1;

  const queryTerms = words.map((word, i): QueryTerm => {
    const isPrefix = i === last;
    const expansions = dictionary
      .lookup(word, { isPrefix })
      .flatMap(({ term, similarity }) => expansionsOf(index, [term], similarity));
    if (!hasExactMatch(expansions)) expansions.push(...splitWord(index, word, isPrefix));
    return { word, isPrefix, isContentWord: onlyStopWords || !isStopWord(word), expansions };
  });

  const isExact = queryTerms.map(({ expansions }) => hasExactMatch(expansions));
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + MAX_NAME_WORDS); end++) {
      const run = words.slice(start, end);
      const joined = run.join('');
      const part = dictionary.id(partTerm(joined));
      const isInQuote = dictionary.id(joined) !== undefined;
      const found = abbreviated(index, run);
      if (part !== undefined) {
        found.push(...expansionsOf(index, [part], isInQuote ? UNLIKELY_PART : PART));
      }
      if (run.length > 1 && run.length <= MAX_PIECES && !run.some(isBigram)) {
        // A word with an exact match is hardly a piece of a misspelt word.
        const exactOnly = isExact.slice(start, end).some(Boolean);
        const options = { isPrefix: end - 1 === last, exactOnly };
        for (const { term, similarity } of dictionary.lookup(joined, options)) {
          // "Without tables", joined, has the stem of "without".
          if (run.includes(dictionary.terms[term]!)) continue;
          found.push(...expansionsOf(index, [term], similarity * COMPOUND_PENALTY));
        }
      }
      for (const term of queryTerms.slice(start, end)) term.expansions.push(...found);
    }
  }
  for (const { expansions } of queryTerms) expansions.sort((a, b) => b.similarity - a.similarity);
  return queryTerms;
}

/** Whether some quote contains the word, not counting close matches. */
export const hasExactMatch = (expansions: readonly Expansion[]): boolean =>
  expansions.some(({ similarity }) => similarity >= EXACT_THRESHOLD);

function abbreviated(index: InvertedIndex, words: readonly string[]): Expansion[] {
  const equivalent = index.abbreviations.get(abbreviationKey(words)) ?? [];
  const head = equivalent.slice(0, -1).flatMap((term) => index.dictionary.id(term) ?? []);
  return index.dictionary
    .lookup(equivalent.at(-1) ?? '', { isPrefix: false, exactOnly: true })
    .filter(({ similarity }) => similarity >= EXACT_THRESHOLD)
    .flatMap(({ term }) => expansionsOf(index, [...head, term], COMPOUND_PENALTY));
}

/** Splits a word that the quotes write as several words; the last of them may be misspelt. */
function splitWord(index: InvertedIndex, word: string, isPrefix: boolean): Expansion[] {
  const { id, lookup } = index.dictionary;
  const splits = (rest: string, pieces: number): Omit<Expansion, 'postings'>[] => {
    const found = lookup(rest, { isPrefix, exactOnly: rest.length < MIN_PIECE }).map(
      ({ term, similarity, errors }) => {
        // Errors count relative to the length of the whole word.
        return { terms: [term], similarity: errors ? FUZZY - errors / word.length : similarity };
      },
    );
    for (let cut = 1; pieces > 1 && cut < rest.length; cut++) {
      const head = id(rest.slice(0, cut));
      if (head === undefined) continue;
      for (const { terms, similarity } of splits(rest.slice(cut), pieces - 1)) {
        found.push({ terms: [head, ...terms], similarity });
      }
    }
    return found;
  };
  return splits(word, MAX_PIECES)
    .filter(({ terms, similarity }) => terms.length > 1 && similarity >= CLOSE_THRESHOLD)
    .flatMap(({ terms, similarity }) => expansionsOf(index, terms, similarity * COMPOUND_PENALTY));
}

function expansionsOf(
  index: InvertedIndex,
  terms: readonly number[],
  similarity: number,
): Expansion[] {
  const postings = phrasePostings(index, terms);
  return postings.length ? [{ similarity, terms, postings }] : [];
}

/**
 * Returns the query in the spelling of the quotes, in lower case; undefined if nothing is misspelt,
 * or if no quote contains one of the content words.
 */
export function suggestSpelling(
  terms: readonly QueryTerm[],
  { written }: InvertedIndex,
): string | undefined {
  const spelled: string[] = [];
  let isMisspelt = false;
  for (const { word, isContentWord, expansions } of terms) {
    const [best] = expansions;
    const isFound = best && best.similarity >= CLOSE_THRESHOLD;
    if (!isFound && isContentWord) return undefined;
    if (!isFound || best.similarity >= EXACT_THRESHOLD) {
      spelled.push(word);
      continue;
    }
    isMisspelt = true;
    const suggested = best.terms.map((id) => written[id]).join(' ');
    // The pieces of a word that was typed with a space have the same suggestion.
    if (spelled.at(-1) !== suggested) spelled.push(suggested);
  }
  return isMisspelt ? spelled.join(' ') : undefined;
}
