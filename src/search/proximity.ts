import { memoize } from '../text/memoize.ts';
import { addedLetters, type InvertedIndex } from './inverted-index.ts';
import type { QueryTerm } from './query-expansion.ts';
import { idf } from './scoring.ts';

// Relative to a content word.
const STOP_WORD_WEIGHT = 0.3;

/**
 * Returns a function that measures which query words directly follow one another in a quote, in the
 * query's order: their weight in nats, and its ratio (0 to 1) to the highest possible weight.
 */
export function createAdjacency({ streams }: InvertedIndex, terms: readonly QueryTerm[]) {
  const matches = terms.flatMap(({ expansions }, term) =>
    expansions.flatMap(({ terms: ids, similarity }) => ids.map((id) => ({ id, term, similarity }))),
  );
  const matchesOf = Map.groupBy(matches, ({ id }) => id);
  const weights = terms.map(({ isContentWord, expansions: [best] }) => {
    const weight = idf(best?.postings.length ?? 1, streams.length);
    return isContentWord ? weight : weight * STOP_WORD_WEIGHT;
  });
  const pairs = weights.map((weight, term) => (term ? Math.min(weight, weights[term - 1]!) : 0));
  const maxWeight = pairs.reduce((a, b) => a + b, 0);

  function measure(quote: number) {
    const following = terms.map(() => 0);
    let previous: typeof matches = [];
    for (const id of streams[quote]!) {
      const here = matchesOf.get(id) ?? [];
      for (const { term, similarity } of here) {
        if (previous.some((match) => match.term === term - 1)) {
          following[term] = Math.max(following[term]!, similarity);
        }
      }
      previous = here;
    }
    const weight = following.reduce((sum, similarity, term) => sum + similarity * pairs[term]!, 0);
    return { weight, ratio: maxWeight && weight / maxWeight };
  }

  // Close matches are measured twice: to select them and to rank them.
  return memoize(measure);
}

/** Returns a test for quotes whose theme, text, source or person contains the query as typed. */
export function createPhraseTest(
  index: InvertedIndex,
  terms: readonly QueryTerm[],
): (quote: number) => boolean {
  // Word boundaries are ignored, so that "lock-in", "lock in" and "lockin" are the same.
  const letters = [...terms.map(({ word }) => addedLetters(word)).join('')];
  const end = terms.at(-1)?.isPrefix ? '' : '(?!\\S)';
  const escaped = letters.map((letter) => letter.replace(/[$+|]/u, '\\$&'));
  const phrase = new RegExp(` ${escaped.join(' ?')}${end}`);
  return (quote) => phrase.test(index.letters[quote]!);
}
