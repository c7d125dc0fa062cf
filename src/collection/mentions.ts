import { memoize } from '../text/memoize.ts';
import { postingsOf } from './postings.ts';
import { UNSPACED_LETTERS } from '../text/tokenize.ts';

/** A range of a text, in UTF-16 units; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A word, a segment of a word, or a mark: mentions begin and end at pieces. */
interface Piece extends Range {
  written: string;
  lower: string;
}

interface Phrase<Subject> {
  subject: Subject;
  /** Separated by single spaces. */
  words: string;
  isCaseSensitive: boolean;
}

const apostrophes = /['’‘‛ʼ＇]/gu;
const hyphens = '\\u2010\\u2011-';

// Text is split at apostrophes, so that “Ray’s” mentions Ray and “l’économie” mentions économie,
// but not in English contractions: “don’t” does not mention a Don.
const piece = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*(?:['’](?:t|re|ve|ll|d|m)(?![\\p{L}\\p{N}\\p{M}]))?|[^\\s${hyphens}]`,
  'giu',
);
const gap = new RegExp(`[\\s${hyphens}]+`, 'u');

const ascii = /^[!-~]*$/u;
const unspaced = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Unifies characters that look the same to a reader, and removes soft hyphens. */
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

/** Joins pieces, with a space for every gap and a newline between paragraphs. */
function joinPieces(text: string, pieces: Piece[], form: 'written' | 'lower') {
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
 * Returns a function that finds which subjects a text mentions, and where: whole words in any
 * script, with any apostrophes and hyphens. A `match` with a capital letter is case-sensitive.
 */
export function mentions<Subject extends { match: string[] }>(
  subjects: Subject[],
): (text: string) => Map<Subject, Range[]> {
  const phrases = subjects.flatMap((subject) =>
    subject.match.map((match): Phrase<Subject> => {
      const words = foldText(match).split(gap).filter(Boolean).join(' ');
      return { subject, words, isCaseSensitive: match !== match.toLowerCase() };
    }),
  );
  // By every prefix of the first word, because marks and scripts without spaces split words.
  const phrasesByStart = postingsOf(phrases, ({ words }) => {
    const first = words.toLowerCase().split(' ')[0]!;
    return Array.from({ length: first.length }, (_, at) => first.slice(0, at + 1));
  });
  return (text) => {
    const found = new Map<Subject, Range[]>();
    const pieces = piecesOf(text);
    const formOf = memoize((form: 'written' | 'lower') => joinPieces(text, pieces, form));
    for (const [position, { lower, start }] of pieces.entries()) {
      for (const phrase of phrasesByStart.get(lower) ?? []) {
        const { words, starts, byEnd } = formOf(phrase.isCaseSensitive ? 'written' : 'lower');
        const at = starts[position]!;
        const end = byEnd.get(at + phrase.words.length)?.end;
        if (end === undefined || !words.startsWith(phrase.words, at)) continue;
        const ranges = found.get(phrase.subject) ?? [];
        const last = ranges.at(-1);
        // “Apache Spark” contains “Spark”: ranges that overlap or touch are one mention.
        if (last && last.end >= start) last.end = Math.max(last.end, end);
        else ranges.push({ start, end });
        found.set(phrase.subject, ranges);
      }
    }
    return found;
  };
}
