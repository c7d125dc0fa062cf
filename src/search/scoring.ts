import { isBigram } from '../text/tokenize.ts';
import { FIELDS, fieldsOf, quoteOf, type Field } from './inverted-index.ts';
import { hasExactMatch, type QueryTerm } from './query-expansion.ts';
import { CLOSE_THRESHOLD, EXACT_THRESHOLD } from './term-dictionary.ts';

// How much a word in each field says about a quote: a theme is its title, a part is shared by many.
const FIELD_WEIGHTS: Record<Field, number> = {
  theme: 1.15,
  text: 1,
  source: 0.85,
  person: 0.85,
  part: 0.6,
  subjects: 0.6,
  title: 0.6,
};

// A shorter word is weaker evidence, because a quote may contain it by chance.
const TELLING_LENGTH = 6;

// By the bits of the fields in which a word occurs (see `fieldsOf`): the highest weight of these.
const fieldWeights = Array.from({ length: 1 << FIELDS.length }, (_, fields) =>
  Math.max(0, ...FIELDS.map((field, bit) => (fields & (1 << bit) ? FIELD_WEIGHTS[field] : 0))),
);

/** In nats; words that all quotes contain are not evidence for any of them. */
const MIN_EVIDENCE = 0.05;

// The evidence required if words are missing, in nats: that of a word in one of 20 quotes.
const MIN_PROOF = 3;

// Extra evidence: a factor for words that follow one another, and a bonus for a quote with at least
// half of the words if all of them occur in the collection.
const ADJACENT = 2;
const ALL_INDEXED = 2.5;

// In queries of fewer content words, half must be known: a few words name a topic, many a memory.
const SENTENCE = 4;

/** Returns the information of a word in nats, which is near zero if all quotes contain it. */
export function idf(quotes: number, all: number): number {
  return Math.log((all + 1) / (quotes + 0.5));
}

/** Scores for the content words of a query. Arrays are by quote number, until the next query. */
export interface Scores {
  /** The quotes that contain any of the words, in reading order. */
  quotes: readonly number[];
  /** The share of words in the quote, weighted by IDF, similarity and field; about 1 for all. */
  score: Float32Array;
  /** The information of the words in the quote, in nats; the more, the less likely by chance. */
  evidence: Float32Array;
  /** The number of words in the quote; how many of them are exact. */
  found: Uint8Array;
  exactTerms: Uint8Array;
  /** The number of content words; how many of them are exact in any quote. */
  requiredTerms: number;
  indexedTerms: number;
}

/** Allocates the arrays once; every query is then scored term by term. */
export function createScoring(count: number): (terms: readonly QueryTerm[]) => Scores {
  const score = new Float32Array(count);
  const evidence = new Float32Array(count);
  const best = new Float32Array(count);
  const found = new Uint8Array(count);
  const exactTerms = new Uint8Array(count);
  const fields = new Uint8Array(count);

  function addTerm({ word, expansions }: QueryTerm): number {
    const matched: number[] = [];
    // The document frequency counts close matches only if there are no exact ones.
    const minSimilarity = Math.min(EXACT_THRESHOLD, expansions[0]?.similarity ?? 0);
    let frequency = 0;
    for (const { similarity, postings } of expansions) {
      for (const posting of postings) {
        const quote = quoteOf(posting);
        if (best[quote] === 0) {
          best[quote] = similarity;
          fields[quote] = fieldsOf(posting);
          matched.push(quote);
          if (similarity >= minSimilarity) frequency++;
        } else if (best[quote] === Math.fround(similarity)) {
          fields[quote]! |= fieldsOf(posting);
        }
      }
    }
    // An unknown word counts as if it occurred once.
    const weight = idf(frequency || 1, count);
    const isTelling = isBigram(word) || /\p{N}/u.test(word);
    const lengthFactor = isTelling ? 1 : Math.min(1, word.length / TELLING_LENGTH);
    for (const quote of matched) {
      const similarity = best[quote]!;
      best[quote] = 0;
      const information = weight * similarity * similarity;
      score[quote]! += information * fieldWeights[fields[quote]!]!;
      evidence[quote]! += information * lengthFactor;
      if (similarity >= CLOSE_THRESHOLD) found[quote]!++;
      if (similarity >= EXACT_THRESHOLD) exactTerms[quote]!++;
    }
    return weight;
  }

  return (terms) => {
    for (const values of [score, evidence, found, exactTerms]) values.fill(0);
    const required = terms.filter(({ isContentWord }) => isContentWord);
    const total = required.reduce((sum, term) => sum + addTerm(term), 0);
    const quotes: number[] = [];
    for (let quote = 0; quote < count; quote++) {
      if (score[quote] === 0) continue;
      score[quote]! /= total;
      quotes.push(quote);
    }
    const indexed = required.filter(({ expansions }) => hasExactMatch(expansions));
    return {
      quotes,
      score,
      evidence,
      found,
      exactTerms,
      requiredTerms: required.length,
      indexedTerms: indexed.length,
    };
  };
}

/**
 * Checks whether a quote that does not contain all words exactly may still be meant. `adjacency` is
 * the weight of the words that follow one another as in the query. Nonsense and absent topics share
 * a word with some quote, but rarely two, or a rare one.
 */
export function isRelevant(scores: Scores, quote: number, adjacency: number): boolean {
  const { requiredTerms, indexedTerms } = scores;
  const evidence = scores.evidence[quote]!;
  const found = scores.found[quote]!;
  if (evidence < MIN_EVIDENCE) return false;
  if (found === requiredTerms) return true;
  const knownTerms = indexedTerms + found - scores.exactTerms[quote]!;
  if (requiredTerms < SENTENCE && 2 * knownTerms < requiredTerms) return false;
  const isAllIndexed = indexedTerms === requiredTerms && 2 * found >= requiredTerms;
  const proof = evidence + ADJACENT * adjacency + (isAllIndexed ? ALL_INDEXED : 0);
  // In a small collection even rare words have little information: a word in two quotes suffices.
  return proof >= Math.min(MIN_PROOF, idf(2, scores.score.length));
}
