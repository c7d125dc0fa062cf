import { isStopWord } from '../text/stop-words.ts';
import { adjacent, type Passages, type Postings } from './inverted-index.ts';
import { compare, MOST_PIECES, SURE } from './term-dictionary.ts';

/** Something in the quotes that a searched word may mean. */
export interface Meaning {
  /** From 0 to 1. */
  likeness: number;
  /** One word; or several where the searched word joins what the quotes write apart. */
  words: readonly number[];
  postings: Postings;
}

/** A searched word with what it may mean, the likest first. */
export interface Term {
  word: string;
  /** Whether it says what is searched, and not only how the question is put. */
  matters: boolean;
  /** Whether to find it proves anything: not where it is but nearly spelt like a word of questions. */
  proves: boolean;
  meanings: Meaning[];
}

// A difference in spaces or hyphens only is hardly a difference.
const SPACING = 0.98;

// Below, too many words are like a piece of another.
const LEAST_LIKENESS = 0.6;

// Shorter pieces of a misspelt word are like anything.
const SHORTEST_PIECE = 3;

/** What each searched word may mean: itself, a form, a beginning, a misspelling, words joined or split. */
export function readTerms(passages: Passages, asked: readonly string[]): Term[] {
  const { vocabulary, postings } = passages;
  const onlyFunctionWords = asked.every(isStopWord);
  const meaningsOf = (word: string, unfinished: boolean, strictly = false): Meaning[] =>
    vocabulary
      .find(word, { unfinished, strictly })
      .map(({ word, likeness }) => ({ likeness, words: [word], postings: postings[word] ?? [] }));

  const terms = asked.map((word, i): Term => {
    const unfinished = i === asked.length - 1;
    const meanings = meaningsOf(word, unfinished);
    const likeness = meanings[0]?.likeness ?? 0;
    if (likeness < 1) meanings.push(...split(passages, word));
    if (likeness < SURE) meanings.push(...splitMisspelt(passages, word, unfinished));
    return { word, matters: onlyFunctionWords || !isStopWord(word), proves: true, meanings };
  });

  const isSure = terms.map(({ meanings: [likest] }) => (likest?.likeness ?? 0) >= SURE);
  for (let pieces = 2; pieces <= MOST_PIECES; pieces++) {
    for (let start = 0; start + pieces <= asked.length; start++) {
      const end = start + pieces;
      const joined = asked.slice(start, end).join('');
      // Looking for misspelt words takes its time, and a word that is there is hardly a piece of one.
      const strictly = isSure.slice(start, end).some(Boolean);
      const meanings = meaningsOf(joined, end === asked.length, strictly)
        .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
        .map((meaning) => ({ ...meaning, likeness: meaning.likeness * SPACING }));
      for (const term of terms.slice(start, end)) term.meanings.push(...meanings);
    }
  }
  for (const term of terms) {
    const [likest] = term.meanings.sort((a, b) => b.likeness - a.likeness);
    if (likest && likest.likeness < SURE) {
      term.proves = !likest.words.every((word) => isStopWord(vocabulary.words[word]!));
    }
  }
  return terms;
}

function split(passages: Passages, word: string): Meaning[] {
  return exactSplits(passages, word, MOST_PIECES).flatMap((words) => inPieces(passages, words, 1));
}

function splitMisspelt(passages: Passages, word: string, unfinished: boolean): Meaning[] {
  const { number, find, words } = passages.vocabulary;
  // An error in a short piece is one in all of the word, and weighs no more than there.
  const likenessTo = compare(word, unfinished);
  const found: Meaning[] = [];
  const add = (...pieces: [number, number]) => {
    const likeness = likenessTo(pieces.map((piece) => words[piece]).join(''));
    if (likeness >= LEAST_LIKENESS) found.push(...inPieces(passages, pieces, likeness));
  };
  for (let cut = SHORTEST_PIECE; cut <= word.length - SHORTEST_PIECE; cut++) {
    const head = number(word.slice(0, cut));
    const tail = number(word.slice(cut));
    if (head !== undefined && tail === undefined) {
      for (const { word: other } of find(word.slice(cut), { unfinished })) add(head, other);
    } else if (head === undefined && tail !== undefined) {
      for (const { word: other } of find(word.slice(0, cut), { unfinished: false })) {
        add(other, tail);
      }
    }
  }
  return found;
}

function inPieces(passages: Passages, words: readonly number[], likeness: number): Meaning[] {
  const postings = adjacent(passages, words);
  return postings.length ? [{ likeness: likeness * SPACING, words, postings }] : [];
}

function exactSplits(passages: Passages, word: string, pieces: number): number[][] {
  const whole = passages.vocabulary.number(word);
  const splits = whole === undefined ? [] : [[whole]];
  if (pieces === 1) return splits;
  for (let cut = 1; cut < word.length; cut++) {
    const head = passages.vocabulary.number(word.slice(0, cut));
    if (head === undefined) continue;
    for (const tail of exactSplits(passages, word.slice(cut), pieces - 1)) {
      splits.push([head, ...tail]);
    }
  }
  return splits;
}
