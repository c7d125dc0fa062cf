import { isBigram } from '../text/tokenize.ts';
import { FIELDS, fieldsOf, quoteOf, type Field } from './inverted-index.ts';
import type { QueryTerm } from './query-expansion.ts';
import { SURE } from './term-dictionary.ts';

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

// A similarity up to here proves nothing.
const NO_EVIDENCE = 0.3;

// Similarities so near to a term's best one count as occurrences of the same word.
const SAME_WORD = 0.06;

/** The similarity from which a word counts as found, if not surely. */
export const FOUND = 0.58;

// Letters from which on a word is hardly in a quote by chance.
const TELLING_LENGTH = 6;

// By the fields that hold a word, as `fieldsOf` gives them.
const fieldWeights = Array.from({ length: 1 << FIELDS.length }, (_, held) =>
  Math.max(0, ...FIELDS.map((field, place) => (held & (1 << place) ? FIELD_WEIGHTS[field] : 0))),
);

/** Information in a word that so many of all quotes hold, in nats: next to none where all do. */
export function idf(quotes: number, all: number): number {
  return Math.log((all + 1) / (quotes + 0.5));
}

/** What was found of the content words of a query, by number of the quote; valid until the next query. */
export interface Scores {
  /** The quotes with anything in them, in no order. */
  quotes: readonly number[];
  /** Share of the words that is there, from 0 to 1. */
  coverage: Float32Array;
  /** The same, weighted by field, with misspelt words falling back. */
  score: Float32Array;
  /** The information in the words, in nats: how little they can be chance in one given quote. */
  evidence: Float32Array;
  /** How many words are there, and how many of them surely. */
  found: Uint8Array;
  exactTerms: Uint8Array;
  requiredTerms: number;
  /** How many words are surely in some quote. */
  indexedTerms: number;
}

/** Prepares arrays of the collection's size once, in which every query is scored term by term. */
export function createScoring(count: number): (terms: readonly QueryTerm[]) => Scores {
  const coverage = new Float32Array(count);
  const score = new Float32Array(count);
  const evidence = new Float32Array(count);
  const best = new Float32Array(count);
  const found = new Uint8Array(count);
  const exactTerms = new Uint8Array(count);
  const held = new Uint8Array(count);
  let quotes: number[] = [];

  function addTerm({ word, isEvidence, expansions }: QueryTerm): number {
    const here: number[] = [];
    const most = expansions[0]?.similarity ?? 0;
    let frequency = 0;
    for (const { similarity, postings } of expansions) {
      for (const posting of postings) {
        const quote = quoteOf(posting);
        if (best[quote] === 0) {
          best[quote] = similarity;
          held[quote] = fieldsOf(posting);
          here.push(quote);
          if (similarity > most - SAME_WORD) frequency++;
        } else if (best[quote] === Math.fround(similarity)) {
          held[quote]! |= fieldsOf(posting);
        }
      }
    }
    // An unknown word is taken for one that occurs once.
    const weight = idf(frequency || 1, count);
    const isWhole = isBigram(word) || /\p{N}/u.test(word);
    const telling = isWhole ? 1 : Math.min(1, word.length / TELLING_LENGTH);
    let [last, information] = [0, 0];
    for (let place = here.length - 1; place >= 0; place--) {
      const quote = here[place]!;
      const similarity = best[quote]!;
      best[quote] = 0;
      // The most similar come first, so that as many quotes hold the word at least so well.
      if (similarity !== last) information = idf(place + 1, count);
      last = similarity;
      if (score[quote] === 0) quotes.push(quote);
      score[quote]! += weight * similarity * similarity * fieldWeights[held[quote]!]!;
      coverage[quote]! += weight * similarity;
      const proof = Math.max(0, similarity - NO_EVIDENCE) / (1 - NO_EVIDENCE);
      if (isEvidence) evidence[quote]! += information * proof * telling;
      if (similarity >= FOUND) found[quote]!++;
      if (similarity >= SURE) exactTerms[quote]!++;
    }
    return weight;
  }

  return (terms) => {
    for (const quote of quotes) {
      coverage[quote] = score[quote] = evidence[quote] = found[quote] = exactTerms[quote] = 0;
    }
    quotes = [];
    const required = terms.filter(({ isContentWord }) => isContentWord);
    const total = required.reduce((sum, term) => sum + addTerm(term), 0);
    for (const quote of quotes) {
      coverage[quote]! /= total;
      score[quote]! /= total;
    }
    return {
      quotes,
      coverage,
      score,
      evidence,
      found,
      exactTerms,
      requiredTerms: required.length,
      indexedTerms: required.filter(({ expansions: [first] }) => first && first.similarity >= SURE)
        .length,
    };
  };
}
