import { idf, type Scores } from './scoring.ts';

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

/**
 * Whether a quote that surely contains only some of the words may still be the one that is meant, given the
 * weight of those that follow one another in it as in the query. Nonsense and other topics share a word with
 * some quote, but hardly two, and not the rare ones.
 */
export function isRelevant(scores: Scores, quote: number, adjacent: number): boolean {
  const { requiredTerms, indexedTerms } = scores;
  const evidence = scores.evidence[quote]!;
  const found = scores.found[quote]!;
  if (evidence < MIN_EVIDENCE) return false;
  if (found === requiredTerms) return true;
  const known = indexedTerms + found - scores.exactTerms[quote]!;
  if (requiredTerms < SENTENCE && 2 * known < requiredTerms) return false;
  const isAllIndexed = indexedTerms === requiredTerms && 2 * found >= requiredTerms;
  const proof = evidence + ADJACENT * adjacent + (isAllIndexed ? ALL_INDEXED : 0);
  // A small collection has no rarer words than those of two quotes.
  return proof >= Math.min(MIN_PROOF, idf(2, scores.score.length));
}
