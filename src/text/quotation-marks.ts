import { isDirection } from './whitespace.ts';

/** Opening quotation marks with those that may close them, the proper one first. */
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
/** Opening marks that are no apostrophes. */
export const doubleMarks = openMarks.replace(/['’‘‚]/gu, '');
/** Whether a text begins with one. */
export const openingMark = new RegExp(`^[${doubleMarks}]`, 'u');
/** Marks that may be nested in each other; others say nothing of these. */
const kinds = ['"“”„‟″＂״', "'‘’‚", '«»', '‹›', '「」', '『』'];
/** Opening marks that show their side by themselves, and so do those that close them. */
const directed = '«‹「『';
const low = '„‚‟';

// Words that begin with an apostrophe, and endings that an apostrophe ends.
const elision =
  /^['’‘](?:\d|(?:t(?:is|was|were|will|would|il|ill)|em|cause|bout|round|neath|gainst|twixt|tween|cuz|ere|n)\b)/iu;
const dropped = /(?:in|an|o|th|s)['’]$/iu;

/** Whether a single mark at the beginning or end of a text may be an apostrophe. */
function isApostrophe(text: string): boolean {
  return elision.test(text) || dropped.test(text);
}

/** A text without the quotation marks around it, where these belong together. */
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

/** What follows a closing mark is no longer, in UTF-16 units: an attribution with its work. */
const MAX_REST = 300;

/** A line that begins with a quote in marks: the quote, and what follows its closing mark. */
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

/** Whether a text is in marks, whole. */
export function isWholeQuote(text: string): boolean {
  return splitQuote(text, (rest) => rest === '') !== undefined;
}

/** What the marks within a text do with one that was opened before it. */
interface Pairing {
  /** Where it is closed, as by the first mark of `y" and "z`. */
  closedAt?: number;
  /** A mark opens within the text and does not close there. */
  isLeftOpen: boolean;
}

/** How some marks pair in a text after an opening one. */
export function pairingOf(text: string, mark: string, marks = kindOf(mark)): Pairing {
  let depth = 0;
  let closedAt: number | undefined;
  for (let at = 0; at < text.length; at++) {
    if (!marks.includes(text[at]!)) continue;
    depth += turnOf(text, at, mark);
    if (depth < 0) closedAt ??= at;
    depth = Math.max(0, depth);
  }
  return { ...(closedAt !== undefined && { closedAt }), isLeftOpen: depth > 0 };
}

/** Whether a text begins with a mark that does not close within it. */
export function leavesFirstOpen(text: string): boolean {
  const first = text.at(0) ?? '';
  // A single one may well be an apostrophe.
  if (!openMarks.includes(first) || /['‘‚]|^$/u.test(first)) return false;
  return pairingOf(text.slice(1), first).closedAt === undefined;
}

/** The marks among which one may pair. */
function kindOf(mark: string): string {
  return kinds.find((marks) => marks.includes(mark)) ?? mark;
}

/** 1 for a mark that opens, -1 for one that closes, 0 for one that may be something else. */
function turnOf(text: string, at: number, mark: string): -1 | 0 | 1 {
  const found = text[at]!;
  let [left, right] = [at - 1, at + 1];
  while (isDirection.test(text[left] ?? '')) left--;
  while (isDirection.test(text[right] ?? '')) right++;
  const before = text[left] ?? ' ';
  const after = text[right] ?? ' ';
  if (directed.includes(mark)) return found === mark ? 1 : -1;
  if (low.includes(found)) return 1;
  if (/[\s([{]|[“„«‘"']/u.test(before) && !/\s/u.test(after)) return 1;
  if (/[—–―*_-]/u.test(before) && /[^\s.,;:!?…)\]}]/u.test(after)) return 1;
  return !/\s/u.test(before) && /[^\p{L}\p{N}]/u.test(after) ? -1 : 0;
}
