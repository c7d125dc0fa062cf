import { memoize } from '../text/memoize.ts';
import { postingsOf } from './postings.ts';
import { UNSPACED_LETTERS } from '../text/tokenize.ts';

/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of text that a mention may begin or end with: a word, a segment of one, or a mark. */
interface Piece extends Range {
  written: string;
  lower: string;
}

interface Phrase<Subject> {
  subject: Subject;
  /** Its words, one space apart. */
  words: string;
  /** Whether capitals count. */
  isExact: boolean;
}

const apostrophes = /['’‘‛ʼ＇]/gu;
const hyphens = '\\u2010\\u2011-';

// Cut at an apostrophe, so that “Ray’s” and “l’économie” contain the words that they should, but for
// the contractions of English: “don’t” is not about a Don.
const piece = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*(?:['’](?:t|re|ve|ll|d|m)(?![\\p{L}\\p{N}\\p{M}]))?|[^\\s${hyphens}]`,
  'giu',
);
const gap = new RegExp(`[\\s${hyphens}]+`, 'u');

const ascii = /^[!-~]*$/u;
const unspaced = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Equal for what a reader takes for the same letters; soft hyphens are none. */
function foldText(text: string): string {
  return text.normalize('NFKC').replaceAll('\u00AD', '').replace(apostrophes, "'");
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, start: number) => {
    const written = ascii.test(part) ? part : foldText(part);
    pieces.push({ written, lower: written.toLowerCase(), start, end: start + part.length });
  };
  for (const { 0: part, index } of text.matchAll(piece)) {
    if (ascii.test(part) || !unspaced.test(part)) add(part, index);
    else
      for (const { segment, index: within } of segmenter.segment(part))
        add(segment, index + within);
  }
  return pieces;
}

/** Pieces as one text, one space apart where they do not touch and a line where a paragraph ends. */
function joined(text: string, pieces: Piece[], form: 'written' | 'lower') {
  const starts: number[] = [];
  const byEnd = new Map<number, Piece>();
  let words = '';
  for (const [index, piece] of pieces.entries()) {
    const between = text.slice(pieces[index - 1]?.end ?? piece.start, piece.start);
    words += between && (between.includes('\n\n') ? '\n' : ' ');
    starts.push(words.length);
    words += piece[form];
    byEnd.set(words.length, piece);
  }
  return { words, starts, byEnd };
}

/**
 * Finds which subjects a text mentions, and where: whole words of every script, apostrophes and
 * hyphens as they come. A match with a capital counts as written, one in lower case in any case.
 */
export function mentions<Subject extends { match: string[] }>(
  subjects: Subject[],
): (text: string) => Map<Subject, Range[]> {
  const phrases = subjects.flatMap((subject) =>
    subject.match.map((match): Phrase<Subject> => {
      const words = foldText(match).split(gap).filter(Boolean).join(' ');
      return { subject, words, isExact: match !== match.toLowerCase() };
    }),
  );
  // By the pieces that a first word may begin with: the whole of it, or what marks and scripts
  // without spaces make of it.
  const beginning = postingsOf(phrases, ({ words }) => {
    const first = words.toLowerCase().split(' ')[0]!;
    return Array.from({ length: first.length }, (_, at) => first.slice(0, at + 1));
  });
  return (text) => {
    const found = new Map<Subject, Range[]>();
    const pieces = piecesOf(text);
    const formOf = memoize((form: 'written' | 'lower') => joined(text, pieces, form));
    for (const [position, { lower, start }] of pieces.entries()) {
      for (const phrase of beginning.get(lower) ?? []) {
        const { words, starts, byEnd } = formOf(phrase.isExact ? 'written' : 'lower');
        const at = starts[position]!;
        const end = byEnd.get(at + phrase.words.length)?.end;
        if (end === undefined || !words.startsWith(phrase.words, at)) continue;
        const ranges = found.get(phrase.subject) ?? [];
        const before = ranges.at(-1);
        // “Apache Spark” contains “Spark”: what overlaps or touches is one mention.
        if (before && before.end >= start) before.end = Math.max(before.end, end);
        else ranges.push({ start, end });
        found.set(phrase.subject, ranges);
      }
    }
    return found;
  };
}
