import { editsFrom } from './edit-distance.ts';
import { stem } from '../text/stemmer.ts';
import type { Steps } from './time-slicing.ts';

/** From this likeness on a word is there: exact, inflected or begun; below, it is only nearly spelt so. */
export const SURE = 0.85;

const INFLECTED = 0.95;
const BEGUN = 0.86;

// What is left of the likeness when a word is not sure, before its errors are pluralize.
const MISSPELT = 0.9;

// People rarely miss the first letter; the longer the word, the less it matters.
const WRONG_FIRST_LETTER = 0.4;

// More errors than a word should have count only in good company.
const DOUBTFUL = 0.7;

/** Fewer letters are a word of their own, unless they are just being typed, and not the beginning of another. */
export const SHORTEST_BEGINNING = 3;

/** So many words at most are one when their spaces or hyphens are left out: "peer-to-peer". */
export const MOST_PIECES = 3;

// With an error, fewer letters are the beginning of too much.
const SHORTEST_WRONG_BEGINNING = { unfinished: 5, finished: 6 };

// An error beside another ending: long words are found by it alone, others in good company.
const MISSPELT_FORM = 0.8;

// With an error in what endings leave of it, a shorter word is another.
const SHORTEST_WRONG_STEM = 6;

interface Tolerance {
  errors: number;
  doubtful: number;
}

const NO_ERRORS: Tolerance = { errors: 0, doubtful: 0 };

function tolerance(length: number): Tolerance {
  if (length < 3) return NO_ERRORS;
  if (length < 4) return { errors: 0, doubtful: 1 };
  if (length < 6) return { errors: 1, doubtful: 1 };
  if (length < 9) return { errors: 1, doubtful: 2 };
  if (length < 11) return { errors: 2, doubtful: 2 };
  return { errors: 2, doubtful: 3 };
}

/**
 * Says how like a searched word others are spelt, from 0, another word, to 1, the same; an unfinished word
 * is still being typed.
 */
function likenessTo(
  word: string,
  unfinished: boolean,
  { errors, doubtful }: Tolerance,
): (other: string) => number {
  const edits = editsFrom(word);
  const mayBegin = unfinished || word.length >= SHORTEST_BEGINNING;
  const mayBeginWrong =
    word.length >= SHORTEST_WRONG_BEGINNING[unfinished ? 'unfinished' : 'finished'];
  return (other) => {
    if (mayBegin && other.startsWith(word)) {
      return other === word ? 1 : BEGUN + ((INFLECTED - BEGUN) * word.length) / other.length;
    }
    if (other === word) return 1;
    if (!doubtful || (!mayBeginWrong && other.length > word.length + doubtful)) return 0;
    const { whole, beginning } = edits(other, word.length + doubtful);
    const begun = mayBeginWrong && beginning < whole;
    const count = begun ? beginning : whole;
    if (count > doubtful) return 0;
    const length = begun ? word.length + 1 : Math.max(word.length, other.length);
    const first = other[0] === word[0] ? 0 : WRONG_FIRST_LETTER * (begun ? 2 : 1);
    const likeness = MISSPELT - (count + first) / length;
    return count > errors ? likeness * DOUBTFUL : likeness;
  };
}

/** Says how like a word's stem others are: the same, or with an error where it is long enough. */
function relationTo(word: string): (root: string) => number {
  const root = stem(word);
  const edits = editsFrom(root);
  return (other) => {
    if (other === root) return INFLECTED;
    const length = Math.max(root.length, other.length);
    if (length < SHORTEST_WRONG_STEM || other[0] !== root[0]) return 0;
    return edits(other, root.length + 1).whole === 1 ? MISSPELT_FORM * (MISSPELT - 1 / length) : 0;
  };
}

/** Compares a searched word with single others, as a vocabulary does with all of its words. */
export function compare(word: string, unfinished: boolean): (other: string) => number {
  const likeness = likenessTo(word, unfinished, tolerance(word.length));
  const relation = relationTo(word);
  return (other) => {
    const spelling = likeness(other);
    // The first letter is compared because finding a stem takes much longer.
    if (spelling >= INFLECTED || other[0] !== word[0]) return spelling;
    const related = relation(stem(other));
    return related === INFLECTED || spelling === 0 ? related : spelling;
  };
}

export interface Found {
  /** Number of the word in the vocabulary. */
  word: number;
  likeness: number;
}

export interface Vocabulary {
  /** By number. */
  words: readonly string[];
  number: (word: string) => number | undefined;
  /** Words like the given one, the likest first; without misspelt ones if strictly. */
  find: (word: string, how: { unfinished: boolean; strictly?: boolean }) => readonly Found[];
}

// Enough for the words of some queries; each letter typed asks again for all words before it.
const REMEMBERED = 200;

// Each error loses at most one letter from a word's beginning, which is a cheap reason to pass over most words.
const HEADS = [4, 6, 8, 10, 13, Infinity];

/** A set of the word's letters in 32 bits, where some letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/**
 * Prepares looking up the distinct words of a collection, each in a step: among 30,000 one is then found in
 * about half a millisecond.
 */
export function* readVocabulary(words: readonly string[]): Steps<Vocabulary> {
  const numbers = new Map<string, number>();
  const roots = new Map<string, number[]>();
  const rootOf: string[] = [];
  const letters = HEADS.map((length) => ({ length, of: new Int32Array(words.length) }));
  for (const [number, word] of words.entries()) {
    numbers.set(word, number);
    const root = stem(word);
    rootOf.push(root);
    const family = roots.get(root);
    if (family) family.push(number);
    else roots.set(root, [number]);
    for (const { length, of } of letters) of[number] = lettersOf(word.slice(0, length));
    yield;
  }

  function look(word: string, unfinished: boolean, errors: Tolerance): Found[] {
    const likeness = likenessTo(word, unfinished, errors);
    const relation = relationTo(word);
    const wanted = lettersOf(word);
    const reach = word.length + errors.doubtful;
    const heads = letters.find(({ length }) => length >= reach)!.of;
    const found = new Map<number, number>();
    for (let number = 0; number < words.length; number++) {
      let missing = wanted & ~heads[number]!;
      for (let i = 0; i < errors.doubtful; i++) missing &= missing - 1;
      if (missing) continue;
      const alike = likeness(words[number]!) || (errors.doubtful ? relation(rootOf[number]!) : 0);
      if (alike > 0) found.set(number, alike);
    }
    for (const number of roots.get(stem(word)) ?? []) {
      found.set(number, Math.max(found.get(number) ?? 0, INFLECTED));
    }
    return [...found]
      .map(([word, likeness]) => ({ word, likeness }))
      .sort((a, b) => b.likeness - a.likeness);
  }

  const memory = new Map<string, Found[]>();
  return {
    words,
    number: (word) => numbers.get(word),
    find(word, { unfinished, strictly = false }) {
      const key = `${word}${unfinished ? '*' : ''}${strictly ? '!' : ''}`;
      let found = memory.get(key);
      if (!found) {
        if (memory.size >= REMEMBERED) memory.clear();
        found = look(word, unfinished, strictly ? NO_ERRORS : tolerance(word.length));
        memory.set(key, found);
      }
      return found;
    },
  };
}
