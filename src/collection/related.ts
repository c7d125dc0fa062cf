import { mentions, type Range } from './mentions.ts';
import type { Collection, Quote, Subject } from './model.ts';
import { positionIn } from './order.ts';
import { postingsOf } from './postings.ts';
import { memoize } from '../text/memoize.ts';
import { stem } from '../text/stemmer.ts';
import { isStopWord } from '../text/stop-words.ts';
import { tokenize } from '../text/tokenize.ts';

/** A subject that a quote mentions, or another word of it. */
type Feature = Subject | string;

/** Features of more quotes than these are ignored. */
const MAX_POSTINGS = 100;

// Chosen by reading the results for every quote of the first collection; none is sensitive.
/** The weight of a word; a subject has weight 1. */
const WORD_WEIGHT = 0.4;
/** Features below it are ignored: 0 is a feature of all quotes, 1 a feature of one. */
const MIN_IDF = 0.25;
/** Least total weight that two quotes share: a rare subject, two subjects, three words. */
const MIN_SHARED = 0.38;
/** Least cosine of two quotes. */
const MIN_COSINE = 0.1;

/** The subjects that a quote mentions, and its other words in a form that their inflections share. */
function featuresOf(
  { theme, text }: Quote,
  mentioned: (text: string) => Map<Subject, Range[]>,
): Set<Feature> {
  const whole = theme ? `${theme.label}\n\n${text}` : text;
  const subjects = mentioned(whole);
  const ranges = [...subjects.values()].flat();
  const isMention = (word: Range) =>
    ranges.some(({ start, end }) => start < word.end && word.start < end);
  const words = tokenize(whole)
    .filter((word) => word.term.length > 1 && !isStopWord(word.term) && !isMention(word))
    .map(({ term }) => stem(term));
  return new Set([...subjects.keys(), ...words]);
}

/**
 * Finds the quotes nearest to a few given ones: by the subjects and words that they share, rare
 * ones weighing most. Gives the best few that are near at all, never the given ones or their
 * neighbours in reading order.
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
  const lengthOf = (own: Set<Feature>) => Math.hypot(...[...own].map(weightOf));
  const lengths = features.map(lengthOf);

  // Reused: they are as long as the collection, and each query touches few positions.
  const shared = new Float64Array(quotes.length);
  const products = new Float64Array(quotes.length);

  return {
    nearest: (to: Quote[], count: number): Quote[] => {
      const given = to.map((quote) => positionIn(quotes, quote));
      const around = new Set(given.flatMap((position) => [position - 1, position, position + 1]));
      const own = new Set(given.flatMap((position) => [...features[position]!]));
      const reached: number[] = [];
      for (const feature of own) {
        const weight = weightOf(feature);
        if (weight === 0) continue;
        for (const position of postings.get(feature)!) {
          if (shared[position] === 0) reached.push(position);
          shared[position]! += weight;
          products[position]! += weight ** 2;
        }
      }
      const length = lengthOf(own);
      const near = reached
        .filter((position) => shared[position]! >= MIN_SHARED && !around.has(position))
        .map((position) => ({ position, near: products[position]! / length / lengths[position]! }))
        .filter(({ near }) => near >= MIN_COSINE)
        .toSorted((a, b) => b.near - a.near || a.position - b.position)
        .slice(0, count)
        .map(({ position }) => quotes[position]!);
      for (const position of reached) shared[position] = products[position] = 0;
      return near;
    },
  };
}
