import type { QuoteLine } from './line-parser.ts';
import { closeMarks, closers, openMarks, pairingOf } from './quotation-marks.ts';
import { gap, isGap, singleSpaced } from './whitespace.ts';

const dash = '[-‐‑‒–—―−]{1,3}';
const emphasis = '(?:\\*{1,3}|_{1,3})';
const label = `(?<bold>${emphasis})?source\\k<bold>?${gap}*[:：]\\k<bold>?`;

const opening = new RegExp(
  `[:：](?<inside>${emphasis})?(?<space>${gap}*)(?<outside>${emphasis})?(?<mark>[${openMarks}])`,
  'gu',
);
const closing = new RegExp(
  `(?<mark>[${closeMarks}])(?<after>${emphasis})?(?<stop>[.,;!?…。，、！？])?${gap}*(?:${dash}${gap}*)?${label}`,
  'giu',
);
const citing = new RegExp(`${dash}${gap}*${label}`, 'giu');
const bareQuote = new RegExp(`^${gap}*${emphasis}?[${openMarks}]`, 'u');
const nextBare = new RegExp(`^${gap}+(?:${dash}${gap}*)?[${openMarks}]`, 'u');
const startsCiting = new RegExp(`^${gap}*(?:${dash}${gap}*)?${label}`, 'iu');

/** Whether a line goes on where a quote has ended: `— Source: name`. */
export function isCitation(line: string): boolean {
  return startsCiting.test(line);
}

/** Whether a line may go on where a quote has ended, with its source or what leads to it. */
export function mayCite(line: string): boolean {
  return /^[*_]*(?:[-‐‑‒–—―−]|source(?!\p{L}))/iu.test(line);
}

/** Whether a quote ends in a line. */
export function closesQuote(line: string): boolean {
  return line.search(closing) !== -1;
}

/** Whether a quote begins in a line, after its theme. */
export function opensQuote(line: string): boolean {
  return line.search(opening) !== -1;
}

/** Whether an item begins with a mark, so that it has no theme or goes on from the line above. */
export function isBareQuote(item: string): boolean {
  return bareQuote.test(item);
}

/** Whether a colon stands in a line before its quote ends. */
export function namesTheme(line: string): boolean {
  const end = line.search(closing);
  return /[:：](?:\s|$)/u.test(end === -1 ? line : line.slice(0, end));
}

/** A text without the Markdown emphasis around it. */
export function withoutEmphasis(text: string): string {
  const mark = new RegExp(`^${emphasis}`, 'u').exec(text)?.[0];
  if (mark === undefined || text.length <= 2 * mark.length || !text.endsWith(mark)) return text;
  const inner = text.slice(mark.length, -mark.length);
  return inner.includes(mark) ? text : inner.trim();
}

interface Opening {
  /** Where the theme ends and the quote begins. */
  theme: number;
  text: number;
  mark: string;
  isSpaced: boolean;
  inside: string;
  outside: string;
}

function openingsIn(item: string): Opening[] {
  const openings = [...item.matchAll(opening)].map(({ index, 0: whole, groups }) => ({
    theme: index,
    text: index + whole.length,
    mark: groups!['mark']!,
    isSpaced: groups!['space'] !== '',
    inside: groups!['inside'] ?? '',
    outside: groups!['outside'] ?? '',
  }));
  // The clean form has a space; without one a colon may well belong to the theme.
  return [
    ...openings.filter(({ isSpaced }) => isSpaced),
    ...openings.filter(({ isSpaced }) => !isSpaced),
  ];
}

interface Closing {
  mark: string;
  /** Where the quote ends and the source begins. */
  text: number;
  source: number;
  /** A stop between the mark and the source. */
  stop?: string;
  /** Emphasis that begins before the word “Source”. */
  bold: string;
}

/** The last closing of each kind, by mark and emphasis; those in the clean form, or stopped, apart. */
function closingsIn(item: string): Map<string, Closing> {
  const last = new Map<string, Closing>();
  for (const { index, 0: whole, groups } of item.matchAll(closing)) {
    const mark = groups!['mark']!;
    const stop = groups!['stop'];
    const key = `${mark}${groups!['after'] ?? ''}`;
    const found = {
      mark,
      text: index,
      source: index + whole.length,
      bold: groups!['bold'] ?? '',
      ...(stop !== undefined && { stop }),
    };
    last.set(stop === undefined ? key : `stopped ${key}`, found);
    const isClean =
      whole.endsWith(' — Source:') && /^\s|^$/u.test(item.slice(found.source, found.source + 1));
    if (isClean && whole.length === key.length + ' — Source:'.length)
      last.set(`clean ${key}`, found);
  }
  return last;
}

/** An item's pieces, and what may make a reader look at them again. */
export interface Taken extends QuoteLine {
  /** What stood between the closing mark and the source, and is left out. */
  stop?: string;
  /** The marks do not pair, or others than the first do. */
  isUnsure: boolean;
  /** A mark opens within the quote and does not close there. */
  isLeftOpen: boolean;
  /** What follows a quote that ends as one does before the next begins in the same item. */
  rest?: string;
}

/** Openings that are tried; more are no notes of anybody. */
const MOST_OPENINGS = 20;

/**
 * The pieces of an item without its bullet, where it has them all; they may be empty. The theme
 * ends at the first opening mark that closes again before a source, and not earlier, if there is
 * one; the quote at the last such close: so each may hold colons, dashes, quotation marks and the
 * word “Source”.
 */
export function takeApart(item: string): Taken | undefined {
  const closings = closingsIn(item);
  if (closings.size === 0) return undefined;
  let first: Taken | undefined;
  for (const open of openingsIn(item).slice(0, MOST_OPENINGS)) {
    const found = takeFrom(item, open, closings);
    if (!found) continue;
    const { mark, ...taken } = found;
    const { closedAt } = pairingOf(taken.text, open.mark, open.mark + mark);
    const { isLeftOpen } = pairingOf(taken.text, open.mark);
    // An apostrophe may well look like a mark that opens or closes.
    const isSingle = /['’]/u.test(mark);
    if (closedAt === undefined) {
      const isUnsure = first !== undefined || (isLeftOpen && !isSingle);
      const rest = first?.rest;
      return { ...taken, isUnsure, isLeftOpen, ...(rest !== undefined && { rest }) };
    }
    const rest = restAfter(item, open.text + closedAt);
    const isUnsure = !isSingle || rest !== undefined;
    first ??= { ...taken, isUnsure, isLeftOpen, ...(rest !== undefined && { rest }) };
  }
  return first;
}

/**
 * The rest of an item after a mark that closes its quote, where that seems to end there: with a
 * source, though another follows, or with a sentence, though another quote begins.
 */
function restAfter(item: string, closedAt: number): string | undefined {
  const rest = item.slice(closedAt + 1);
  const isEnded = endsSentence(item.slice(0, closedAt)) && isGap.test(rest);
  const isTwo = isEnded && (nextBare.test(rest) || opensQuote(rest));
  return isTwo || startsCiting.test(rest) ? rest.trim() : undefined;
}

/** Whether a sentence ends where a text does, with marks around it or without. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？]["”»’')\]*_]*$/u.test(text);
}

function takeFrom(
  item: string,
  open: Opening,
  closings: Map<string, Closing>,
): (Omit<Taken, 'isUnsure' | 'isLeftOpen' | 'rest'> & { mark: string }) | undefined {
  const lead = new RegExp(`^${emphasis}`, 'u').exec(item)?.[0] ?? '';
  if (open.inside !== '' && open.inside !== lead) return undefined;
  const afters = open.outside === '' ? ['', lead] : [open.outside];
  for (const after of new Set(afters)) {
    const [proper, ...others] = [...closers[open.mark]!].map((mark) => `${mark}${after}`);
    const plain = [proper!, ...others];
    const close = [`clean ${proper}`, ...plain, ...plain.map((key) => `stopped ${key}`)]
      .map((key) => closings.get(key))
      .find((found) => found && found.text >= open.text);
    if (!close) continue;
    let theme = item.slice(0, open.theme);
    let source = item.slice(close.source).trim();
    if (close.bold !== '' && source.endsWith(close.bold) && !source.startsWith(close.bold)) {
      source = source.slice(0, -close.bold.length);
    }
    const isSpread = theme.endsWith(lead) && theme.length >= 2 * lead.length ? '' : lead;
    if (open.inside !== '') theme = theme.slice(lead.length);
    else if (isSpread !== '' && after === isSpread && open.outside === '') {
      theme = theme.slice(isSpread.length);
    } else if (isSpread !== '' && source.endsWith(isSpread)) {
      theme = theme.slice(isSpread.length);
      source = source.slice(0, -isSpread.length);
    }
    const text = item.slice(open.text, close.text);
    return {
      mark: close.mark,
      theme: singleSpaced(withoutEmphasis(singleSpaced(theme))),
      // Spaces inside guillemets belong to the marks.
      text: '«»‹›'.includes(open.mark) ? text.trim() : text,
      source: singleSpaced(withoutEmphasis(singleSpaced(source))),
      ...(close.stop !== undefined && { stop: close.stop }),
    };
  }
  return undefined;
}

/** What an item that cannot be taken apart has of its pieces. */
export function piecesThere(item: string): {
  /** It begins with its quote. */
  isBare: boolean;
  isOpened: boolean;
  isClosed: boolean;
  /** What stands after the mark that closes it, before its source. */
  rest?: string;
  /** Absent where nothing names a source. */
  source?: string;
} {
  const [open] = openingsIn(item);
  const isBare = !open && bareQuote.test(item);
  const mark = open?.mark ?? bareQuote.exec(item)?.[0].at(-1) ?? '"';
  const start = open?.text ?? (isBare ? 1 : 0);
  const cite = [...item.matchAll(citing)].at(-1);
  const quoted = item.slice(start, cite && cite.index > start ? cite.index : undefined).trimEnd();
  const marks = [...closers[mark]!];
  const { closedAt } = pairingOf(quoted, mark);
  return {
    isBare,
    isOpened: open !== undefined || isBare,
    isClosed: cite
      ? marks.some((closer) => quoted.replace(/[*_]+$/u, '').endsWith(closer))
      : closedAt !== undefined,
    ...(closedAt !== undefined && {
      rest: quoted
        .slice(closedAt + 1)
        .replace(/^[*_]+/u, '')
        .trim(),
    }),
    ...(cite && { source: item.slice(cite.index + cite[0].length).trim() }),
  };
}
