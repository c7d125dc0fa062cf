import { startsWithDirectionMark } from './whitespace.ts';

/** Opening quotation marks with the marks that can close them, the proper one first. */
export const closers: Record<string, string> = {
  '"': '"”“″״',
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '″': '″"',
  '״': '״"”',
  '＂': '＂"',
  '«': '»"',
  '»': '«»',
  "'": "'’",
  '‘': "’'",
  '‚': "‘’'",
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
};

export const openMarks = Object.keys(closers).join('');
export const closeMarks = [...new Set(Object.values(closers).join(''))].join('');
/** Opening marks that cannot be apostrophes. */
export const doubleMarks = openMarks.replace(/['’‘‚]/gu, '');
/** Matches such a mark at the start of a text. */
export const openingMark = new RegExp(`^[${doubleMarks}]`, 'u');
/** Marks pair only with marks of the same kind. */
const kinds = ['"“”„‟″＂״', "'‘’‚", '«»', '‹›', '「」', '『』'];
/** Opening marks of kinds in which one mark always opens and the other always closes. */
const directed = '«‹「『';
const low = '„‚‟';

// Words that begin with an apostrophe, and words that end with one.
const elision =
  /^['’‘](?:\d|(?:t(?:is|was|were|will|would|il|ill)|em|cause|bout|round|neath|gainst|twixt|tween|cuz|ere|n)\b)/iu;
const dropped = /(?:in|an|o|th|s)['’]$/iu;

/** Whether a single mark at the start or end of a text may be an apostrophe. */
function isApostrophe(text: string): boolean {
  return elision.test(text) || dropped.test(text);
}

/** Removes the quotation marks around a text if they are a pair. */
export function withoutMarks(text: string): string {
  const plain = text.trim();
  const first = plain.at(0) ?? '';
  const last = plain.at(-1) ?? '';
  const isPair = plain.length >= 2 && closers[first]?.includes(last) === true;
  if (!isPair || (/['‘‚]/u.test(first) && isApostrophe(plain))) return plain;
  const inner = plain.slice(1, -1);
  const { closedAt, isLeftOpen } = pairingOf(inner, first);
  return closedAt === undefined && !isLeftOpen ? inner.trim() : plain;
}

/** The most UTF-16 units after a closing mark: an attribution with a work. */
const MAX_REST = 300;

/** Splits a line that begins with a quote in marks into the quote and the text after it. */
export function splitQuote(
  line: string,
  isEnd: (rest: string) => boolean,
): { text: string; rest: string } | undefined {
  const first = line.at(0) ?? '';
  if (!openMarks.includes(first) || first === '' || first === '’') return undefined;
  const body = line.slice(1);
  const start = pairingOf(body, first).closedAt;
  if (start === undefined) return undefined;
  for (let at = Math.max(start, body.length - MAX_REST); at < body.length; at++) {
    if (!closers[first]!.includes(body[at]!)) continue;
    const rest = body.slice(at + 1).trim();
    if (!isEnd(rest)) continue;
    if (/['‘‚]/u.test(first) && isApostrophe(line.slice(0, at + 2))) return undefined;
    return { text: body.slice(0, at).trim(), rest };
  }
  return undefined;
}

/** Whether a pair of quotation marks encloses the whole text. */
export function isWholeQuote(text: string): boolean {
  return splitQuote(text, (rest) => rest === '') !== undefined;
}

interface Pairing {
  /** The index of the mark that closes the one before the text: the first in `y" and "z`. */
  closedAt?: number;
  /** Whether a mark opens in the text and does not close there. */
  isLeftOpen: boolean;
}

/** Pairs the marks in a text that follows an opening mark. */
export function pairingOf(text: string, mark: string, marks = kindOf(mark)): Pairing {
  let depth = 0;
  let closedAt: number | undefined;
  for (let at = 0; at < text.length; at++) {
    if (!marks.includes(text[at]!)) continue;
    depth += depthChange(text, at, mark);
    if (depth < 0) closedAt ??= at;
    depth = Math.max(0, depth);
  }
  return { ...(closedAt !== undefined && { closedAt }), isLeftOpen: depth > 0 };
}

/** Whether a text begins with a mark that is not closed in it. */
export function leavesFirstOpen(text: string): boolean {
  const first = text.at(0) ?? '';
  // A single mark may be an apostrophe.
  if (!openMarks.includes(first) || /['‘‚]|^$/u.test(first)) return false;
  return pairingOf(text.slice(1), first).closedAt === undefined;
}

/** Returns the marks with which a mark can pair. */
function kindOf(mark: string): string {
  return kinds.find((marks) => marks.includes(mark)) ?? mark;
}

/** Returns 1 for a mark that opens, -1 for one that closes, 0 if it may be something else. */
function depthChange(text: string, at: number, mark: string): -1 | 0 | 1 {
  const found = text[at]!;
  let [left, right] = [at - 1, at + 1];
  while (startsWithDirectionMark.test(text[left] ?? '')) left--;
  while (startsWithDirectionMark.test(text[right] ?? '')) right++;
  const before = text[left] ?? ' ';
  const after = text[right] ?? ' ';
  if (directed.includes(mark)) return found === mark ? 1 : -1;
  if (low.includes(found)) return 1;
  if (/[\s([{]|[“„«‘"']/u.test(before) && !/\s/u.test(after)) return 1;
  if (/[—–―*_-]/u.test(before) && /[^\s.,;:!?…)\]}]/u.test(after)) return 1;
  return !/\s/u.test(before) && /[^\p{L}\p{N}]/u.test(after) ? -1 : 0;
}
