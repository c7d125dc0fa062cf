import { mentions, type Range } from './mentions.ts';
import type { Collection, Quote, Subject } from './model.ts';
import { positionIn } from './order.ts';
import { postingsOf } from './postings.ts';
import { memoize } from '../text/memoize.ts';
import { stem } from '../text/stemmer.ts';
import { isStopWord } from '../text/stop-words.ts';
import { tokenize } from '../text/tokenize.ts';

/** A subject that a quote mentions, or the stem of another word. */
type Feature = Subject | string;

/** Features that occur in more quotes are ignored. */
const MAX_POSTINGS = 100;

// Chosen by reading the results for every quote of the first collection; none is sensitive.
/** The weight of a word; a subject has weight 1. */
const WORD_WEIGHT = 0.4;
/** Features below it are ignored. The IDF is 0 for a feature of all quotes, 1 for that of one. */
const MIN_IDF = 0.25;
/** The minimum weight that two quotes share: a rare subject, two subjects or three words. */
const MIN_SHARED = 0.38;
/** The minimum cosine similarity of two quotes. */
const MIN_COSINE = 0.1;

/** Returns the subjects that a quote mentions, and the stems of its other words. */
function featuresOf(
  { theme, text }: Quote,
  mentioned: (text: string) => Map<Subject, Range[]>,
): Set<Feature> {
  const fullText = theme ? `${theme.label}\n\n${text}` : text;
  const subjects = mentioned(fullText);
  const ranges = [...subjects.values()].flat();
  const isMention = (word: Range) =>
    ranges.some(({ start, end }) => start < word.end && word.start < end);
  const words = tokenize(fullText)
    .filter((word) => word.term.length > 1 && !isStopWord(word.term) && !isMention(word))
    .map(({ term }) => stem(term));
  return new Set([...subjects.keys(), ...words]);
}

/**
 * Returns `nearest`, which finds the quotes most similar to given ones, by shared subjects and
 * words; rare ones weigh most. It excludes the given quotes and their neighbours in reading order.
 */
export const relations = memoize(relate, new WeakMap());

function relate({ quotes, subjects }: Collection) {
  const mentioned = mentions(subjects);
  const features = quotes.map((quote) => featuresOf(quote, mentioned));
  const postings = postingsOf(features.keys(), (position) => features[position]!);

  const weights = new Map<Feature, number>();
  for (const [feature, { length }] of postings) {
    const idf = 1 - Math.log(length) / Math.log(quotes.length + 1);
    const weight = Math.max(0, idf - MIN_IDF) * (typeof feature === 'string' ? WORD_WEIGHT : 1);
    weights.set(feature, length > MAX_POSTINGS ? 0 : weight);
  }
  const weightOf = (feature: Feature) => weights.get(feature)!;
  const normOf = (vector: Set<Feature>) => Math.hypot(...[...vector].map(weightOf));
  const norms = features.map(normOf);

  // Reused, because they are as long as the collection and each query changes few positions.
  const shared = new Float64Array(quotes.length);
  const products = new Float64Array(quotes.length);

  return {
    nearest: (to: Quote[], count: number): Quote[] => {
      const given = to.map((quote) => positionIn(quotes, quote));
      const excluded = new Set(given.flatMap((position) => [position - 1, position, position + 1]));
      const query = new Set(given.flatMap((position) => [...features[position]!]));
      const candidates: number[] = [];
      for (const feature of query) {
        const weight = weightOf(feature);
        if (weight === 0) continue;
        for (const position of postings.get(feature)!) {
          if (shared[position] === 0) candidates.push(position);
          shared[position]! += weight;
          products[position]! += weight ** 2;
        }
      }
      const norm = normOf(query);
      const nearest = candidates
        .filter((position) => shared[position]! >= MIN_SHARED && !excluded.has(position))
        .map((position) => ({ position, cosine: products[position]! / norm / norms[position]! }))
        .filter(({ cosine }) => cosine >= MIN_COSINE)
        .toSorted((a, b) => b.cosine - a.cosine || a.position - b.position)
        .slice(0, count)
        .map(({ position }) => quotes[position]!);
      for (const position of candidates) shared[position] = products[position] = 0;
      return nearest;
    },
  };
}
