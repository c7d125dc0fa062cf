import { fold, words as wordsOf, type Word } from '../text/tokenize.ts';
import { isStopWord } from '../text/stop-words.ts';
import { compare, MOST_PIECES, SHORTEST_BEGINNING, SURE } from './term-dictionary.ts';

export interface Range {
  start: number;
  /** Exclusive. */
  end: number;
}

// Below, a word was not found for its spelling.
const LEAST_LIKENESS = 0.5;

interface Mark extends Range {
  matters: boolean;
}

/** A word of the query, or several joined. */
interface Searched {
  word: string;
  unfinished: boolean;
  likeness: (other: string) => number;
  /** NearDuplicate from which it is marked. */
  least: number;
}

/**
 * Says where the searched words (`SearchResult.words`, the last of them unfinished) stand in a text: exact, begun,
 * in another form, and misspelt where nothing better does. Of a word begun only the beginning is marked;
 * words that only put a question are marked beside others.
 */
export function highlighting(words: readonly string[]): (text: string) => Range[] {
  const onlyFunctionWords = words.every(isStopWord);
  const searched = (start: number, end: number): Searched => {
    const word = words.slice(start, end).join('');
    const unfinished = end === words.length;
    const least = end - start === 1 ? LEAST_LIKENESS : SURE;
    return { word, unfinished, likeness: compare(word, unfinished), least };
  };
  // Prepared once for all texts.
  const single = words.map((_, i) => searched(i, i + 1));
  const joined = words.flatMap((_, i) =>
    Array.from({ length: MOST_PIECES - 1 }, (_, more) => i + 2 + more)
      .filter((end) => end <= words.length)
      .map((end) => searched(i, end)),
  );

  return (text) => {
    const tokens = wordsOf(text);
    const marks = tokens.map((): Mark | undefined => undefined);

    const mark = (place: number, letters: number, matters: boolean) => {
      const token = tokens[place]!;
      const end = letters < token.folded.length ? endOf(text, token, letters) : token.end;
      const before = marks[place];
      marks[place] = {
        start: token.start,
        end: Math.max(end, before?.end ?? 0),
        matters: matters || before?.matters === true,
      };
    };

    /** Marks a word wherever it stands in one piece; returns whether it surely does. */
    const markWhole = ({ word, likeness, least }: Searched): boolean => {
      const likenesses = tokens.map(({ folded }) => likeness(folded));
      const best = Math.max(0, ...likenesses);
      likenesses.forEach((likeness, place) => {
        if (likeness < (best >= SURE ? SURE : least)) return;
        const begun = tokens[place]!.folded.startsWith(word);
        mark(place, begun ? word.length : Infinity, onlyFunctionWords || !isStopWord(word));
      });
      return best >= SURE;
    };

    /** Marks a word where the text writes it in pieces. */
    const markPieces = ({ word, unfinished }: Searched) => {
      for (let start = 0; start < tokens.length; start++) {
        let rest = word;
        for (let place = start; place < start + MOST_PIECES && place < tokens.length; place++) {
          const { folded } = tokens[place]!;
          const ends =
            folded.startsWith(rest) &&
            (folded === rest || (unfinished && rest.length >= SHORTEST_BEGINNING));
          if (ends && place > start) {
            for (let piece = start; piece < place; piece++) mark(piece, Infinity, true);
            mark(place, rest.length, true);
          }
          if (ends || !rest.startsWith(folded)) break;
          rest = rest.slice(folded.length);
        }
      }
    };

    for (const word of single) if (!markWhole(word)) markPieces(word);
    joined.forEach(markWhole);
    return neighbours(marks)
      .filter((run) => run.some(({ matters }) => matters))
      .flat()
      .map(({ start, end }) => ({ start, end }));
  };
}

/** Where the first letters of a word end in the text, with the marks that belong to the last of them. */
function endOf(text: string, { start, end }: Word, letters: number): number {
  let at = start + 1;
  while (at < end && fold(text.slice(start, at)).length < letters) at++;
  while (at < end && /^[\p{M}\p{Cf}]/u.test(text.slice(at, end))) at++;
  return at;
}

/** Marks of words that directly follow one another. */
function neighbours(marks: readonly (Mark | undefined)[]): Mark[][] {
  const runs: Mark[][] = [[]];
  for (const mark of marks) {
    if (mark) runs.at(-1)!.push(mark);
    else runs.push([]);
  }
  return runs;
}
