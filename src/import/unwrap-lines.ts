import {
  beginningOf,
  beginsWithQuote,
  bulletOf,
  isWhole,
  mayBeginItem,
  type Beginning,
} from './line-parser.ts';
import {
  closesQuote,
  endsSentence,
  isCitation,
  mayCite,
  opensQuote,
  piecesThere,
  takeApart,
} from './quote-line.ts';
import { trimmed } from './whitespace.ts';

/** More lines or characters than these are no wrapped item. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 20_000;

/** Ends of an item that are tried; with the bounds above, the work grows with the lines. */
const TRIES = 5;

/** Lines longer than these have not been wrapped by anybody, nor a whole text to less. */
const WIDEST = 120;
const NARROWEST = 40;
/** Breaks that agree by chance are fewer than these. */
const FEWEST = 4;

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

interface RawLine {
  text: string;
  indent: number;
  /** With its indent. */
  length: number;
  beginning: Beginning | undefined;
  mayBeginItem: boolean;
  bullet: string;
  opens: boolean;
  beginsWithQuote: boolean;
  /** A label of a source ends in it. */
  cites: boolean;
}

/** Whether the colon of `Source:` is the first of the next line. */
function isCutLabel(above: string, below: string): boolean {
  return /^[*_]*[:：]/u.test(below) && /source[*_]*$/iu.test(above);
}

function rawLine(raw: string, above: string): RawLine {
  const text = trimmed(raw);
  return {
    text,
    indent: raw.length - raw.trimStart().length,
    length: raw.trimEnd().length,
    beginning: beginningOf(text),
    mayBeginItem: text !== '' && mayBeginItem(text),
    bullet: bulletOf(text),
    opens: opensQuote(text),
    beginsWithQuote: beginsWithQuote(text),
    cites: closesQuote(text) || isCitation(text) || isCutLabel(above.trimEnd(), text),
  };
}

/** Lines that were one before they were wrapped. */
export interface Unwrapped {
  text: string;
  /** The first of them, from 1. */
  line: number;
  /** Nothing but the indent of a line shows that it belongs to the source above. */
  isHung?: true;
}

interface Item {
  start: number;
  length: number;
  isWhole: boolean;
}

/**
 * Lines of a text with the items of its lists unwrapped. Lines are added to an item until it is
 * whole; lines after that belong to its source only where the text shows that it was wrapped there.
 */
export function unwrapItems(raws: string[]): Unwrapped[] {
  const lines = raws.map((raw, index) => rawLine(raw, raws[index - 1] ?? ''));
  const items: Item[] = [];
  for (let start = 0; start < lines.length;) {
    const item = growItem(lines, start);
    items.push(item);
    start += item.length;
  }
  const breaks = [...breaksAbove(lines), ...items.flatMap((item) => breaksIn(lines, item))];
  const widths = widthsOf(
    breaks.filter(({ least }) => least >= NARROWEST),
    FEWEST,
  );
  const widest = items.reduce((most, { start, isWhole }) => {
    return isWhole ? Math.max(most, lines[start]!.length) : most;
  }, 0);

  const unwrapped: Unwrapped[] = [];
  let next = 0;
  for (const { start, length, isWhole } of items) {
    // What a source has taken in was an item of a line each.
    if (start < next) continue;
    next = start + length;
    if (isWhole) next += sourceLength(lines, { start, length, isWhole }, widths);
    const hung = isWhole && next === start + 1 ? hungLength(lines, start, widest) : 0;
    next += hung;
    const text = textOf(lines, start, next);
    unwrapped.push({ text, line: start + 1, ...(hung > 0 && { isHung: true }) });
  }
  return unwrapped;
}

function textOf(lines: RawLine[], start: number, end: number): string {
  return joinLines(lines.slice(start, end).map(({ text }) => text));
}

/** The lines from `start` on that make an item whole; one where none do. */
function growItem(lines: RawLine[], start: number): Item {
  const first = lines[start]!;
  if (!first.mayBeginItem) return { start, length: 1, isWhole: false };
  if (isWhole(first.text)) return { start, length: 1, isWhole: true };
  let size = first.text.length;
  let tries = 0;
  // Where another item may begin, unless its marks show that a quote goes on there.
  let anew: number | undefined;
  let isOpened = first.opens;
  let end = start + 1;
  for (; end < lines.length && end - start < MOST_LINES; end++) {
    const line = lines[end]!;
    size += line.text.length;
    if (line.beginning === 'sure' || size > MOST_CHARACTERS) break;
    if (beginsNext(lines, start, end)) break;
    const above = lines[end - 1]!;
    const mayBegin = line.beginning !== undefined || line.opens || line.beginsWithQuote;
    if (isOpened && (mayBegin || endsSentence(above.text))) {
      const { isClosed, rest, source } = piecesThere(textOf(lines, start, end));
      if (source === undefined && !isClosed) anew ??= mayBegin ? end : undefined;
      else if (source === undefined && (mayBegin || (rest === '' && !mayCite(line.text)))) break;
      else if (line.beginning && anew === undefined) break;
    } else if (line.beginning) break;
    isOpened ||= line.opens || opensQuote(`${above.text.slice(-4)} ${line.text.slice(0, 4)}`);
    if (!isOpened || !(line.cites || above.cites)) continue;
    const item = textOf(lines, start, end + 1);
    if (isWhole(item)) {
      if (anew !== undefined && takeApart(item)!.isLeftOpen) break;
      return { start, length: end + 1 - start, isWhole: true };
    }
    if (++tries === TRIES) break;
  }
  const length = isOpen(first.text) ? (anew ?? end) - start : 1;
  return { start, length, isWhole: false };
}

/**
 * Whether a line is the next of the list, though it names no theme: a quote goes on in the midst of
 * a sentence, and not by chance with the bullet that comes next.
 */
function beginsNext(lines: RawLine[], start: number, at: number): boolean {
  const first = lines[start]!;
  const line = lines[at]!;
  if (line.beginning && endsSentence(lines[at - 1]!.text)) return true;
  if (line.bullet === '' || line.indent > first.indent) return false;
  const [, ...own] = numbered.exec(first.bullet) ?? [];
  const [, ...next] = numbered.exec(line.bullet) ?? [];
  if (own.length > 0 && next.length > 0) {
    const step = Number(next[1]) - Number(own[1]);
    return own[0] === next[0] && own[2] === next[2] && (step === 0 || step === 1);
  }
  const begin = line.text.slice(line.bullet.length).trimStart();
  return line.bullet === first.bullet && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(begin);
}

const numbered = /^(\(?)(\d+)([.)])$/u;

/** How many lines belong to an item beyond those that make it whole. */
function sourceLength(lines: RawLine[], item: Item, widths: Set<number>): number {
  const { start, length } = item;
  const own = widthsOf(breaksIn(lines, item), 1);
  const hang = Math.min(...lines.slice(start + 1, start + length).map(({ indent }) => indent));
  let end = start + length;
  // What seemed to end the quote may have stood within it.
  let tries = 0;
  for (let at = end; at < lines.length && at - start < MOST_LINES && tries < TRIES; at++) {
    const line = lines[at]!;
    if (line.beginning !== undefined || line.mayBeginItem || isWhole(line.text)) break;
    if (!line.cites) continue;
    tries++;
    if (takeApart(textOf(lines, start, at + 1))?.isUnsure === false) end = at + 1;
  }
  for (; end < lines.length && end - start < MOST_LINES; end++) {
    const line = lines[end]!;
    if (line.beginning !== undefined || line.mayBeginItem || line.cites) break;
    const isBroken = [own, widths].some((set) => explains(set, breakBefore(lines, end)));
    if (!isBroken || (length > 1 && line.indent < hang)) break;
  }
  return end - start - length;
}

/**
 * How many lines belong to the source of an item of one line because they hang below it, where no
 * line is too wide to have been wrapped like that. A remark in brackets hangs there by itself.
 */
function hungLength(lines: RawLine[], start: number, widest: number): number {
  if (start + 1 === lines.length) return 0;
  const { indent } = lines[start]!;
  const { least, most } = breakBefore(lines, start + 1);
  if (least < NARROWEST || most < widest) return 0;
  let end = start + 1;
  for (; end < lines.length && end - start < MOST_LINES; end++) {
    const line = lines[end]!;
    if (line.beginning !== undefined || line.mayBeginItem || line.cites || line.opens) break;
    if (line.indent <= indent || line.length > most || /^[([{]/u.test(line.text)) break;
  }
  return end - start - 1;
}

/** The widths at which an editor would have ended a line where it ends. */
interface Break {
  least: number;
  most: number;
}

function breakBefore(lines: RawLine[], at: number): Break {
  const { length } = lines[at - 1]!;
  const word = lines[at]!.text.search(/\s|$/u);
  return { least: length, most: length + word };
}

/** The breaks inside an item before it was whole: somebody must have made them. */
function breaksIn(lines: RawLine[], { start, length, isWhole }: Item): Break[] {
  if (!isWhole) return [];
  return Array.from({ length: length - 1 }, (_, index) => breakBefore(lines, start + index + 1));
}

/** The breaks of the running text above the parts. */
function breaksAbove(lines: RawLine[]): Break[] {
  const isRunning = ({ text, beginning, mayBeginItem }: RawLine) =>
    text !== '' && beginning === undefined && !mayBeginItem;
  const title = lines.findIndex(({ text }) => text !== '');
  const breaks: Break[] = [];
  for (let at = title + 2; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text === '') continue;
    if (!isRunning(line)) break;
    if (isRunning(lines[at - 1]!)) breaks.push(breakBefore(lines, at));
  }
  return breaks;
}

/** The widths that explain most of some breaks, where they are not too few to say anything. */
function widthsOf(breaks: Break[], fewest: number): Set<number> {
  const wrapped = breaks.filter(({ least }) => least <= WIDEST);
  const votes = new Map<number, number>();
  for (const { least, most } of wrapped) {
    for (let width = least; width <= Math.min(most, WIDEST); width++) {
      votes.set(width, (votes.get(width) ?? 0) + 1);
    }
  }
  const most = Math.max(fewest, Math.floor(wrapped.length / 2) + 1, ...votes.values());
  return new Set([...votes].filter(([, count]) => count === most).map(([width]) => width));
}

function explains(widths: Set<number>, { least, most }: Break): boolean {
  return [...widths].some((width) => least <= width && width <= most);
}

/** Whether a quote begins in an item and does not end in it. */
function isOpen(item: string): boolean {
  const { isOpened, isClosed, source } = piecesThere(item);
  return isOpened && !isClosed && source === undefined;
}
