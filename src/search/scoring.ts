import { isBigram } from '../text/tokenize.ts';
import { FIELDS, fieldsOf, quoteOf, type Field } from './inverted-index.ts';
import type { QueryTerm } from './query-expansion.ts';
import { CLOSE_THRESHOLD, EXACT_THRESHOLD } from './term-dictionary.ts';

// Where a word says most about a quote; a theme is its title, a part only its neighbourhood.
const FIELD_WEIGHTS: Record<Field, number> = {
  theme: 1.15,
  text: 1,
  source: 0.85,
  person: 0.85,
  part: 0.6,
  subjects: 0.6,
  title: 0.6,
};

// Letters from which on a word is hardly in a quote by chance.
const TELLING_LENGTH = 6;

// The best of the fields in which a word occurs, by their bits: see `fieldsOf`.
const fieldWeights = Array.from({ length: 1 << FIELDS.length }, (_, fields) =>
  Math.max(0, ...FIELDS.map((field, bit) => (fields & (1 << bit) ? FIELD_WEIGHTS[field] : 0))),
);

/** What all quotes share is no evidence for one of them, in nats. */
const MIN_EVIDENCE = 0.05;

// The evidence that is needed where words are missing, in nats: that of a word in one quote of 20.
const MIN_PROOF = 3;

// What words beside one another prove beyond the words themselves; and words that all occur in the
// collection, half of them here.
const ADJACENT = 2;
const ALL_INDEXED = 2.5;

// Of fewer content words half must occur in the collection: a few words name a topic, many a memory.
const SENTENCE = 4;

/** Information in a word that so many of all quotes contain, in nats: next to none where all do. */
export function idf(quotes: number, all: number): number {
  return Math.log((all + 1) / (quotes + 0.5));
}

/** What was found of the content words of a query, by number of the quote; valid until the next query. */
export interface Scores {
  /** The quotes that contain any of them, in reading order. */
  quotes: readonly number[];
  /** The share of the words that was found, about 1 for all, weighted by IDF, similarity and field. */
  score: Float32Array;
  /** The information in the words, in nats: the more, the less likely they are in this quote by chance. */
  evidence: Float32Array;
  /** How many words were found, and how many of them surely. */
  found: Uint8Array;
  exactTerms: Uint8Array;
  requiredTerms: number;
  /** How many words are surely in some quote. */
  indexedTerms: number;
}

/** Prepares arrays of the collection's size once, in which every query is scored term by term. */
export function createScoring(count: number): (terms: readonly QueryTerm[]) => Scores {
  const score = new Float32Array(count);
  const evidence = new Float32Array(count);
  const best = new Float32Array(count);
  const found = new Uint8Array(count);
  const exactTerms = new Uint8Array(count);
  const fields = new Uint8Array(count);

  function addTerm({ word, expansions }: QueryTerm): number {
    const matched: number[] = [];
    // Only misspelt words are counted where nothing else was found.
    const leastSame = Math.min(EXACT_THRESHOLD, expansions[0]?.similarity ?? 0);
    let frequency = 0;
    for (const { similarity, postings } of expansions) {
      for (const posting of postings) {
        const quote = quoteOf(posting);
        if (best[quote] === 0) {
          best[quote] = similarity;
          fields[quote] = fieldsOf(posting);
          matched.push(quote);
          if (similarity >= leastSame) frequency++;
        } else if (best[quote] === Math.fround(similarity)) {
          fields[quote]! |= fieldsOf(posting);
        }
      }
    }
    // An unknown word is taken for one that occurs once.
    const weight = idf(frequency || 1, count);
    const isWhole = isBigram(word) || /\p{N}/u.test(word);
    const telling = isWhole ? 1 : Math.min(1, word.length / TELLING_LENGTH);
    for (const quote of matched) {
      const similarity = best[quote]!;
      best[quote] = 0;
      const information = weight * similarity * similarity;
      score[quote]! += information * fieldWeights[fields[quote]!]!;
      evidence[quote]! += information * telling;
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
    const indexed = required.filter(
      ({ expansions: [first] }) => first && first.similarity >= EXACT_THRESHOLD,
    );
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
 * Whether a quote that surely contains only some of the words may still be the one that is meant, given the
 * weight of those that follow one another in it as in the query. Nonsense and other topics share a word with
 * some quote, but hardly two, and not the rare ones.
 */
export function isRelevant(scores: Scores, quote: number, adjacency: number): boolean {
  const { requiredTerms, indexedTerms } = scores;
  const evidence = scores.evidence[quote]!;
  const found = scores.found[quote]!;
  if (evidence < MIN_EVIDENCE) return false;
  if (found === requiredTerms) return true;
  const known = indexedTerms + found - scores.exactTerms[quote]!;
  if (requiredTerms < SENTENCE && 2 * known < requiredTerms) return false;
  const isAllIndexed = indexedTerms === requiredTerms && 2 * found >= requiredTerms;
  const proof = evidence + ADJACENT * adjacency + (isAllIndexed ? ALL_INDEXED : 0);
  // A small collection has no rarer words than those of two quotes.
  return proof >= Math.min(MIN_PROOF, idf(2, scores.score.length));
}
