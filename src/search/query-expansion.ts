import { isStopWord } from '../text/stop-words.ts';
import { isBigram } from '../text/tokenize.ts';
import { abbreviationKey } from './abbreviations.ts';
import { partTerm, phrasePostings, type InvertedIndex, type Postings } from './inverted-index.ts';
import { FUZZY, SURE } from './term-dictionary.ts';

/** Something in the quotes that a query word may mean. */
export interface Expansion {
  /** From 0 to 1. */
  similarity: number;
  /** One term; or several where the query joins or abbreviates what the quotes write out. */
  terms: readonly number[];
  postings: Postings;
}

export interface QueryTerm {
  word: string;
  /** Whether it is still being typed. */
  isPrefix: boolean;
  /** Whether it says what is searched, and not only how the question is put. */
  isContentWord: boolean;
  /** False for what is but like a stop word. */
  isEvidence: boolean;
  /** The most similar first. */
  expansions: Expansion[];
}

// A difference in spaces or hyphens only is hardly a difference.
const COMPOUND_PENALTY = 0.98;
const ABBREVIATION_PENALTY = 0.96;

// Below, too many words are like a piece of another.
const MIN_PIECE_SIMILARITY = 0.6;

// A number is rather one in the quote than that of its part.
const PART_NUMBER = 0.86;

// Shorter pieces of a misspelt word are like anything.
const MIN_PIECE = 3;

/** So many words at most are one when their spaces or hyphens are left out: "peer-to-peer". */
const MAX_PIECES = 3;

// A name of more words is hardly abbreviated.
const MAX_NAME = 6;

/** What each query word may mean: itself, a form, a prefix, a misspelling, words joined, split or abbreviated. */
export function expandQuery(
  index: InvertedIndex,
  words: readonly string[],
  isFinished: boolean,
): QueryTerm[] {
  const { dictionary, postings } = index;
  const onlyStopWords = words.every(isStopWord);
  const last = isFinished ? -1 : words.length - 1;
  const lookup = (word: string, isPrefix: boolean, exactOnly = false): Expansion[] =>
    dictionary
      .lookup(word, { isPrefix, exactOnly })
      .map(({ term, similarity }) => ({ similarity, terms: [term], postings: postings[term]! }));

  const queryTerms = words.map((word, i): QueryTerm => {
    const isPrefix = i === last;
    const expansions = lookup(word, isPrefix);
    const part = dictionary.id(partTerm(word));
    if (part !== undefined) {
      expansions.push({ similarity: PART_NUMBER, terms: [part], postings: postings[part]! });
    }
    const similarity = expansions[0]?.similarity ?? 0;
    if (similarity < 1) expansions.push(...splitWord(index, word));
    if (similarity < SURE) expansions.push(...splitMisspeltWord(index, word, isPrefix));
    const isContentWord = onlyStopWords || !isStopWord(word);
    return { word, isPrefix, isContentWord, isEvidence: true, expansions };
  });

  const isSure = queryTerms.map(({ expansions: [best] }) => (best?.similarity ?? 0) >= SURE);
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + MAX_NAME); end++) {
      const run = words.slice(start, end);
      const found = abbreviated(index, run);
      if (run.length > 1 && run.length <= MAX_PIECES && !run.some(isBigram)) {
        // A word that is there is hardly a piece of a misspelt one.
        const exactOnly = isSure.slice(start, end).some(Boolean);
        for (const expansion of lookup(run.join(''), end - 1 === last, exactOnly)) {
          const similarity = expansion.similarity * COMPOUND_PENALTY;
          if (expansion.similarity >= MIN_PIECE_SIMILARITY)
            found.push({ ...expansion, similarity });
        }
      }
      for (const term of queryTerms.slice(start, end)) term.expansions.push(...found);
    }
  }
  for (const term of queryTerms) {
    const [best] = term.expansions.sort((a, b) => b.similarity - a.similarity);
    term.isEvidence =
      !best ||
      best.similarity === 1 ||
      !best.terms.every((id) => isStopWord(dictionary.terms[id]!));
  }
  return queryTerms;
}

function abbreviated(index: InvertedIndex, words: readonly string[]): Expansion[] {
  if (index.abbreviations.size === 0) return [];
  const other = index.abbreviations.get(abbreviationKey(words)) ?? [];
  const head = other.slice(0, -1).flatMap((term) => index.dictionary.id(term) ?? []);
  return index.dictionary
    .lookup(other.at(-1) ?? '', { isPrefix: false, exactOnly: true })
    .filter(({ similarity }) => similarity >= SURE)
    .flatMap(({ term }) => inPieces(index, [...head, term], ABBREVIATION_PENALTY));
}

function splitWord(index: InvertedIndex, word: string): Expansion[] {
  const splits = (rest: string, pieces: number): number[][] => {
    const whole = index.dictionary.id(rest);
    const found = whole === undefined ? [] : [[whole]];
    for (let cut = 1; pieces > 1 && cut < rest.length; cut++) {
      const head = index.dictionary.id(rest.slice(0, cut));
      if (head === undefined) continue;
      for (const tail of splits(rest.slice(cut), pieces - 1)) found.push([head, ...tail]);
    }
    return found;
  };
  return splits(word, MAX_PIECES)
    .filter(({ length }) => length > 1)
    .flatMap((terms) => inPieces(index, terms, COMPOUND_PENALTY));
}

/** Splits a word with a misspelt piece, whose errors weigh as in the whole word. */
function splitMisspeltWord(index: InvertedIndex, word: string, isPrefix: boolean): Expansion[] {
  const { id, lookup } = index.dictionary;
  const found: Expansion[] = [];
  for (let cut = MIN_PIECE; cut <= word.length - MIN_PIECE; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    const known = [id(head), id(tail)];
    if ((known[0] === undefined) === (known[1] === undefined)) continue;
    const isTail = known[1] === undefined;
    const matches = lookup(isTail ? tail : head, { isPrefix: isTail && isPrefix });
    for (const { term, errors } of matches) {
      const similarity = errors === 0 ? SURE : FUZZY - errors / word.length;
      const terms = isTail ? [known[0]!, term] : [term, known[1]!];
      if (similarity >= MIN_PIECE_SIMILARITY) {
        found.push(...inPieces(index, terms, similarity * COMPOUND_PENALTY));
      }
    }
  }
  return found;
}

function inPieces(index: InvertedIndex, terms: readonly number[], similarity: number): Expansion[] {
  const postings = phrasePostings(index, terms);
  return postings.length ? [{ similarity, terms, postings }] : [];
}
