import { tokenize } from '../text/tokenize.ts';
import type { QuoteEntry } from './model.ts';
import { postingsOf } from './postings.ts';

/** In words. */
const SHINGLE_SIZE = 3;
/** A shorter quote occurs in others by chance. */
const MIN_WORDS = 4;
const MIN_LETTERS = 16;
/** The share of common shingles (Dice coefficient) from which two texts are nearly the same. */
const NEAR = 0.7;
/** Shingles that occur in more quotes are ignored, because they are not evidence for a pair. */
const MAX_POSTINGS = 40;
/** Shorter words that differ in one letter often mean different things. */
const MIN_WORD_LENGTH = 5;

/** Returns the words of a text without case and punctuation, but with accents. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return tokenize(folded).map(({ start, end }) =>
    folded.slice(start, end).replace(/['’‘ʼ\u00AD]/gu, ''),
  );
}

/** Texts with the same key differ only in case, punctuation and spaces. */
export function wordsKey(text: string): string {
  return wordsOf(text).join(' ') || text.normalize('NFKC').trim();
}

function shinglesOf(words: string[]): string[] {
  const length = Math.min(SHINGLE_SIZE, words.length);
  const count = words.length - length + 1;
  const shingles = Array.from({ length: count }, (_, at) => words.slice(at, at + length).join(' '));
  return [...new Set(shingles)];
}

/** A pair that differs only in punctuation and case, a quote inside another, or a near match. */
export interface NearDuplicate<Q> {
  quote: Q;
  other: Q;
  kind: 'marks' | 'inside' | 'near';
}

type Text = Pick<QuoteEntry, 'text'>;

interface Shingled<Q> {
  quote: Q;
  key: string;
  shingles: string[];
  isLong: boolean;
}

function withShingles<Q extends Text>(quote: Q): Shingled<Q> {
  const words = wordsOf(quote.text);
  const key = words.join(' ');
  const isLong = words.length >= MIN_WORDS && key.length >= MIN_LETTERS;
  return { quote, key, shingles: shinglesOf(words), isLong };
}

type Postings<Q> = Map<string, Shingled<Q>[]>;

function isInside(part: string, text: string): boolean {
  return part.length < text.length && ` ${text} `.includes(` ${part} `);
}

/** Finds a text that contains another one completely. */
function findContaining<Q>(text: Shingled<Q>, postings: Postings<Q>): Shingled<Q> | undefined {
  const [rarest] = text.shingles
    .map((shingle) => postings.get(shingle)!)
    .toSorted((a, b) => a.length - b.length);
  return rarest?.slice(0, 5 * MAX_POSTINGS).find(({ key }) => isInside(text.key, key));
}

/** Finds the text that shares most shingles with another one, at least the share `minShare`. */
function findNear<Q>(
  text: Shingled<unknown>,
  postings: Postings<Q>,
  { minShare = NEAR, isContainmentEnough = false } = {},
): Shingled<Q> | undefined {
  const shared = new Map<Shingled<Q>, number>();
  for (const shingle of text.shingles) {
    const others = postings.get(shingle) ?? [];
    if (others.length > MAX_POSTINGS) continue;
    for (const other of others) if (other !== text) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  let nearest: Shingled<Q> | undefined;
  let best = minShare;
  for (const [other, count] of shared) {
    const isContained =
      isContainmentEnough && (isInside(text.key, other.key) || isInside(other.key, text.key));
    const share = isContained ? 1 : (2 * count) / (text.shingles.length + other.shingles.length);
    if (share >= best && other.isLong) [best, nearest] = [share, other];
  }
  return nearest;
}

/**
 * Finds quotes that resemble an earlier one, or are inside any other; each is listed once. The work
 * grows with the number of words, not of pairs.
 */
export function findNearDuplicates<Q extends Text>(quotes: Q[]): NearDuplicate<Q>[] {
  const firsts = new Map<string, Shingled<Q>>();
  const found: NearDuplicate<Q>[] = [];
  for (const quote of quotes) {
    const text = withShingles(quote);
    if (text.key === '') continue;
    const first = firsts.get(text.key);
    if (first) found.push({ quote, other: first.quote, kind: 'marks' });
    else firsts.set(text.key, text);
  }
  const long = [...firsts.values()].filter(({ isLong }) => isLong);
  const postings = postingsOf(long, ({ shingles }) => shingles);
  const containers = new Map(long.map((text) => [text, findContaining(text, postings)]));
  const earlier = new Set<Shingled<Q>>();
  for (const [text, container] of containers) {
    const near = container ? undefined : findNear(text, postings);
    if (container) found.push({ quote: text.quote, other: container.quote, kind: 'inside' });
    else if (near && earlier.has(near) && containers.get(near) !== text) {
      found.push({ quote: text.quote, other: near.quote, kind: 'near' });
    }
    earlier.add(text);
  }
  return found;
}

/** Finds the quotes that a new text resembles. */
export function findSimilar<Q extends Text>(text: string, quotes: Q[]): Q[] {
  return quotes.filter((quote) => findNearDuplicates<Text>([quote, { text }]).length > 0);
}

/**
 * Returns a function that finds the quote nearest to a text: it shares most shingles, at least the
 * share `minShare`, or one contains the other.
 */
export function createTextMatcher<Q extends Text>(
  quotes: Q[],
  minShare: number,
): (text: string) => Q | undefined {
  const long = quotes.map(withShingles).filter(({ isLong }) => isLong);
  const postings = postingsOf(long, ({ shingles }) => shingles);
  return (text) => {
    const shingled = withShingles({ text });
    if (!shingled.isLong) return undefined;
    return findNear(shingled, postings, { minShare, isContainmentEnough: true })?.quote;
  };
}

/** A label, and the first one with which it could be confused. */
export interface SimilarLabels {
  label: string;
  other: string;
}

/** Finds labels that share a key with an earlier one. */
function findSameKeys(labels: string[], keysOf: (label: string) => string[]): SimilarLabels[] {
  const firsts = new Map<string, string>();
  return [...new Set(labels)].flatMap((label) => {
    const keys = keysOf(label);
    const other = keys.flatMap((key) => firsts.get(key) ?? [])[0];
    for (const key of keys) if (!firsts.has(key)) firsts.set(key, label);
    return other === undefined ? [] : [{ label, other }];
  });
}

/** Finds labels that differ only in case, punctuation and spaces. */
export function findSameLabels(labels: string[]): SimilarLabels[] {
  return findSameKeys(labels, (label) => [
    wordsOf(label).join('') || label.normalize('NFKC').trim(),
  ]);
}

/**
 * Finds names that differ only in case, punctuation, accents, `&` for “and”, or one letter of a
 * longer word. Names with other numbers, initials or Roman numerals are different.
 */
export function findSameNames(names: string[]): SimilarLabels[] {
  return findSameKeys(names, (name) => {
    const words = tokenize(name.replace(/\s*&\s*/gu, ' and ')).map(({ term }) => term);
    return [words.join('') || name, ...deletionVariants(words)];
  });
}

/**
 * Returns the name with each longer word marked, as it is and without each of its letters. Names
 * that differ in one letter of one word share such a variant.
 */
function deletionVariants(words: string[]): string[] {
  return words.flatMap((word, at) => {
    if (word.length < MIN_WORD_LENGTH || /\p{N}|^[ivxlcdm]+$/u.test(word)) return [];
    const shorter = Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
    return [word, ...(word.length > MIN_WORD_LENGTH ? shorter : [])].map((variant) =>
      words.with(at, `-${variant}`).join(' '),
    );
  });
}
