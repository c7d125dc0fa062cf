import { beginsAnew, isWhole, mayBeginItem } from './lines.ts';
import { closesQuote, piecesThere } from './marks.ts';

/** More lines than these are no wrapped item. */
const MOST = 200;

/** Lines longer than these have not been wrapped by anybody. */
const WIDEST = 100;
const NARROWEST = 40;

// Scripts that write no spaces between words get none where their lines are joined.
const unspaced =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3000-\\u303F\\uFF00-\\uFF60]';
const seam = new RegExp(`(?<=${unspaced})\\n(?=${unspaced})`, 'gu');

/** Wrapped lines as the one that they were. */
export function joinLines(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(seam, '')
    .replaceAll('\n', ' ');
}

/** The width that a text is wrapped to, if it is: the length of its longest line. */
export function widthOf(lines: string[]): number | undefined {
  const longest = lines.reduce((length, line) => Math.max(length, line.trimEnd().length), 0);
  return longest >= NARROWEST && longest <= WIDEST ? longest : undefined;
}

/**
 * How many lines from `start` on are one item of a list. Lines are added until it is whole; lines
 * after that belong to its source if they are indented, if the line before was full, or if the item
 * was wrapped already and they do not end a sentence.
 */
export function itemLength(lines: string[], start: number, width: number | undefined): number {
  const first = lines[start]!;
  if (!mayBeginItem(first.trim())) return 1;
  let end = start + 1;
  while (end < lines.length && end - start < MOST && !beginsAnew(lines[end]!.trim())) end++;
  let length = 1;
  while (!isWhole(joinLines(lines.slice(start, start + length)))) {
    length = nextTry(lines, start, length + 1, end);
    if (start + length > end) return isOpen(first.trim()) ? end - start : 1;
  }
  const continues = (line: string, before: string) => {
    if (mayBeginItem(line.trim()) || isWhole(line.trim())) return false;
    const firstWord = /^\S*/u.exec(line.trim())![0];
    const isFull = width !== undefined && before.trimEnd().length + 1 + firstWord.length > width;
    const isWrapped = length > 1 && !/[.!?…]\s*$/u.test(line);
    return isFull || isWrapped || indentOf(line) > indentOf(first) || closesQuote(line);
  };
  while (start + length < end && continues(lines[start + length]!, lines[start + length - 1]!)) {
    length++;
  }
  return length;
}

/** The next length at which an item may be whole: its last line, or the one above, names a source. */
function nextTry(lines: string[], start: number, from: number, end: number): number {
  let length = from;
  const namesSource = () =>
    lines.slice(start + length - 2, start + length).some((line) => /source/iu.test(line));
  while (start + length < end && !namesSource()) length++;
  return length;
}

/** Whether a quote begins in a line and does not end in it. */
function isOpen(line: string): boolean {
  const { isOpened, isClosed, source } = piecesThere(line);
  return isOpened && !isClosed && source === undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
