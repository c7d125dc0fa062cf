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
  words: string[];
  /** Whether capitals count. */
  exact: boolean;
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
function fold(text: string): string {
  return text.normalize('NFKC').replaceAll('\u00AD', '').replace(apostrophes, "'");
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, start: number) => {
    const written = ascii.test(part) ? part : fold(part);
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

function phraseOf<Subject>(subject: Subject, match: string): Phrase<Subject> {
  const words = fold(match).split(gap).filter(Boolean);
  return { subject, words, exact: match !== match.toLowerCase() };
}

/** The position after a word that begins at one; it may go over pieces that touch, such as C++. */
function afterWord(pieces: Piece[], position: number, word: string, exact: boolean): number {
  let at = position;
  for (let rest = word; rest !== ''; at++) {
    const here = pieces[at];
    const letters = exact ? here?.written : here?.lower;
    const touches = at === position || here?.start === pieces[at - 1]!.end;
    if (letters === undefined || !touches || !rest.startsWith(letters)) return -1;
    rest = rest.slice(letters.length);
  }
  return at;
}

/** The position after a phrase that begins at one, or -1; its words are apart in one paragraph. */
function afterPhrase(
  text: string,
  pieces: Piece[],
  position: number,
  phrase: Phrase<unknown>,
): number {
  let at = position;
  for (const [index, word] of phrase.words.entries()) {
    if (index > 0) {
      const between = text.slice(pieces[at - 1]!.end, pieces[at]?.start);
      if (between === '' || between.includes('\n\n')) return -1;
    }
    at = afterWord(pieces, at, word, phrase.exact);
    if (at === -1) return -1;
  }
  return at;
}

/**
 * Finds which subjects a text mentions, and where: whole words of every script, apostrophes and
 * hyphens as they come. A match with a capital counts as written, one in lower case in any case.
 */
export function mentions<Subject extends { match: string[] }>(
  subjects: Subject[],
): (text: string) => Map<Subject, Range[]> {
  // By the pieces that a first word may begin with: the whole of it, or what marks and scripts
  // without spaces make of it.
  const beginning = new Map<string, Phrase<Subject>[]>();
  for (const subject of subjects) {
    for (const phrase of subject.match.map((match) => phraseOf(subject, match))) {
      const first = phrase.words[0]?.toLowerCase() ?? '';
      for (let end = 1; end <= first.length; end++) {
        const others = beginning.get(first.slice(0, end));
        if (others) others.push(phrase);
        else beginning.set(first.slice(0, end), [phrase]);
      }
    }
  }
  return (text) => {
    const found = new Map<Subject, Range[]>();
    const pieces = piecesOf(text);
    for (const [position, { lower, start }] of pieces.entries()) {
      for (const phrase of beginning.get(lower) ?? []) {
        const after = afterPhrase(text, pieces, position, phrase);
        if (after === -1) continue;
        const { end } = pieces[after - 1]!;
        const ranges = found.get(phrase.subject) ?? [];
        const last = ranges.at(-1);
        // “Apache Spark” contains “Spark”: what overlaps or touches is one mention.
        if (last && last.end >= start) last.end = Math.max(last.end, end);
        else ranges.push({ start, end });
        found.set(phrase.subject, ranges);
      }
    }
    return found;
  };
}
