import { tokenize } from '../text/tokenize.ts';
import type { QuoteEntry } from './model.ts';
import { postingsOf } from './postings.ts';

/** Words in a row by which texts are compared. */
const SHINGLE_SIZE = 3;
/** A quote of fewer words, or letters, occurs in others by chance. */
const LEAST_WORDS = 4;
const LEAST_LETTERS = 16;
/** From this share of common shingles on, two texts are nearly the same. */
const NEAR = 0.7;
/** Runs that more quotes share than these say nothing of a pair. */
const COMMON = 40;
/** A shorter word may well differ by one letter and mean another thing. */
const LEAST_WORD = 5;

/** The words of a text without case and marks, but with accents. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return tokenize(folded).map(({ start, end }) =>
    folded.slice(start, end).replace(/['’‘ʼ\u00AD]/gu, ''),
  );
}

/** The key by which two texts differ only by case, marks and spaces. */
export function wordsKey(text: string): string {
  return wordsOf(text).join(' ') || text.normalize('NFKC').trim();
}

function shinglesOf(words: string[]): string[] {
  const length = Math.min(SHINGLE_SIZE, words.length);
  const count = words.length - length + 1;
  const shingles = Array.from({ length: count }, (_, at) => words.slice(at, at + length).join(' '));
  return [...new Set(shingles)];
}

/** How a quote resembles another: but for its marks, whole in it or nearly the same. */
export interface NearDuplicate<Q> {
  quote: Q;
  other: Q;
  kind: 'marks' | 'inside' | 'near';
}

type Text = Pick<QuoteEntry, 'text'>;

interface Read<Q> {
  quote: Q;
  key: string;
  shingles: string[];
  isLong: boolean;
}

function read<Q extends Text>(quote: Q): Read<Q> {
  const words = wordsOf(quote.text);
  const key = words.join(' ');
  const isLong = words.length >= LEAST_WORDS && key.length >= LEAST_LETTERS;
  return { quote, key, shingles: shinglesOf(words), isLong };
}

type Postings<Q> = Map<string, Read<Q>[]>;

function isInside(part: string, whole: string): boolean {
  return part.length < whole.length && ` ${whole} `.includes(` ${part} `);
}

/** The text that contains another one whole, if there is one. */
function findWhole<Q>(text: Read<Q>, postings: Postings<Q>): Read<Q> | undefined {
  const [rarest] = text.shingles
    .map((shingle) => postings.get(shingle)!)
    .toSorted((a, b) => a.length - b.length);
  return rarest?.slice(0, 5 * COMMON).find(({ key }) => isInside(text.key, key));
}

/** The text that shares most shingles with another one, if they are nearly all. */
function findNear<Q>(
  text: Read<unknown>,
  postings: Postings<Q>,
  { least = NEAR, isInsideNear = false } = {},
): Read<Q> | undefined {
  const shared = new Map<Read<Q>, number>();
  for (const shingle of text.shingles) {
    const own = postings.get(shingle) ?? [];
    if (own.length > COMMON) continue;
    for (const other of own) if (other !== text) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  let nearest: Read<Q> | undefined;
  let best = least;
  for (const [other, count] of shared) {
    const isWhole =
      isInsideNear && (isInside(text.key, other.key) || isInside(other.key, text.key));
    const share = isWhole ? 1 : (2 * count) / (text.shingles.length + other.shingles.length);
    if (share >= best && other.isLong) [best, nearest] = [share, other];
  }
  return nearest;
}

/**
 * Quotes that resemble one before them, or are part of any other, each named once. The work grows
 * with the words, not with the pairs.
 */
export function findNearDuplicates<Q extends Text>(quotes: Q[]): NearDuplicate<Q>[] {
  const firsts = new Map<string, Read<Q>>();
  const found: NearDuplicate<Q>[] = [];
  for (const quote of quotes) {
    const text = read(quote);
    if (text.key === '') continue;
    const first = firsts.get(text.key);
    if (first) found.push({ quote, other: first.quote, kind: 'marks' });
    else firsts.set(text.key, text);
  }
  const long = [...firsts.values()].filter(({ isLong }) => isLong);
  const postings = postingsOf(long, ({ shingles }) => shingles);
  const wholes = new Map(long.map((text) => [text, findWhole(text, postings)]));
  const earlier = new Set<Read<Q>>();
  for (const [text, whole] of wholes) {
    const near = whole ? undefined : findNear(text, postings);
    if (whole) found.push({ quote: text.quote, other: whole.quote, kind: 'inside' });
    else if (near && earlier.has(near) && wholes.get(near) !== text) {
      found.push({ quote: text.quote, other: near.quote, kind: 'near' });
    }
    earlier.add(text);
  }
  return found;
}

/** The quotes that a new text resembles. */
export function alikeTo<Q extends Text>(text: string, quotes: Q[]): Q[] {
  const asked = { text };
  return quotes.filter((quote) => findNearDuplicates<Text>([quote, asked]).length > 0);
}

/** Finds the quote that shares most shingles with a text, at least this share, or one whole in the other. */
export function nearestText<Q extends Text>(
  quotes: Q[],
  least: number,
): (text: string) => Q | undefined {
  const long = quotes.map(read).filter(({ isLong }) => isLong);
  const postings = postingsOf(long, ({ shingles }) => shingles);
  return (text) => {
    const asked = read({ text });
    if (!asked.isLong) return undefined;
    return findNear(asked, postings, { least, isInsideNear: true })?.quote;
  };
}

/** Labels that one could take for each other: `label` with the first one that it resembles. */
export interface AlikeLabels {
  label: string;
  other: string;
}

/** Labels that share a key with one before them. */
function findSameKeys(labels: string[], keysOf: (label: string) => string[]): AlikeLabels[] {
  const firsts = new Map<string, string>();
  return [...new Set(labels)].flatMap((label) => {
    const keys = keysOf(label);
    const other = keys.flatMap((key) => firsts.get(key) ?? [])[0];
    for (const key of keys) if (!firsts.has(key)) firsts.set(key, label);
    return other === undefined ? [] : [{ label, other }];
  });
}

/** Labels that differ only by case, punctuation and spaces. */
export function findSameLabels(labels: string[]): AlikeLabels[] {
  return findSameKeys(labels, (label) => [
    wordsOf(label).join('') || label.normalize('NFKC').trim(),
  ]);
}

/**
 * Names that look like the same one spelt twice: by case, punctuation, accents, `&` spelt out, or
 * one letter of a longer word. Numbers, initials and Roman numerals tell names apart.
 */
export function findSameNames(names: string[]): AlikeLabels[] {
  return findSameKeys(names, (name) => {
    const words = tokenize(name.replace(/\s*&\s*/gu, ' and ')).map(({ term }) => term);
    return [words.join('') || name, ...wordsChanged(words)];
  });
}

/** A name with one of its longer words marked, then without one of its letters, in every way. */
function wordsChanged(words: string[]): string[] {
  return words.flatMap((word, at) => {
    if (word.length < LEAST_WORD || /\p{N}|^[ivxlcdm]+$/u.test(word)) return [];
    const shorter = Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
    return [word, ...(word.length > LEAST_WORD ? shorter : [])].map((shape) =>
      words.with(at, `-${shape}`).join(' '),
    );
  });
}
