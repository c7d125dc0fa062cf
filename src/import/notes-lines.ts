import { isBlank } from '../text/forbidden-characters.ts';
import { quoted, reporter, type ImportDiagnostic } from './item.ts';
import { bullets, isHeading, isRule } from './lines.ts';
import { withoutEmphasis } from './markdown-words.ts';
import { closeMarks, closers, openMarks } from '../text/quotation-marks.ts';
import { leavesFirstOpen, pairingOf } from '../text/quotation-marks.ts';
import { gap, singleSpaced, trimmed } from '../text/whitespace.ts';

/** “Source” in the languages of the interface. */
const sourceWords =
  'source|quelle|fuente|fonte|bron|källa|źródło|источник|kaynak|المصدر|מקור|出典|출처|来源';
const dash = '[-‐‑‒–—―−]{1,3}';
const stars = '[*_]{0,3}';
const label = `${stars}(?:${sourceWords})${stars}${gap}*[:：]${stars}`;
const opening = new RegExp(`${stars}[:：]${stars}${gap}*${stars}([${openMarks}])`, 'gu');
const closing = new RegExp(
  `([${closeMarks}])${stars}([.,;!?…。，、！？])?${gap}*(?:${dash}${gap}*)?${label}`,
  'giu',
);
const citation = new RegExp(`${dash}${gap}*${label}`, 'giu');
const openingAtStart = new RegExp(`^${gap}*${stars}([${openMarks}])`, 'u');
const citationAtStart = new RegExp(`^${gap}*(?:${dash}${gap}*)?${label}`, 'iu');
const maybeCitation = new RegExp(`^${stars}(?:[-‐‑‒–—―−]|(?:${sourceWords})(?!\\p{L}))`, 'iu');
/** The beginning of a theme that looks like speech: `"No," he said`. */
const speechAtStart = /^["“”„«»][^"“”„«»]*[,.!?…]\s?["“”«»]/u;

const bullet = new RegExp(`^(?:[${bullets}](?:${gap}+|$)|[-•‣⁃◦▪▫●○■□])`, 'u');
/** A dash or number. It begins an item only if a quote opens on the line; else it may be text. */
const weakBullet = new RegExp(`^(?:[‐‑‒–—―−]${gap}*|\\(?\\d{1,6}[.)]${gap}+)`, 'u');

export const quoteForm = '`- On theme: "quote" — Source: name`';

/** Maximum length of an item that is continued, in UTF-16 units: several pages of text. */
const MAX_ITEM = 10_000;
/** Maximum number of opening marks that are tried; no real item has more. */
const MAX_OPENINGS = 20;

/** A parsed item of printed notes and its problems. */
export interface QuoteLine {
  theme: string;
  text: string;
  source: string;
  problems: ImportDiagnostic[];
}

/**
 * Whether a line continues an item: the quote is still open, the source follows, or the source
 * continues. Without indent, a source continues only in a file that wraps its lines.
 */
export function continuesItem(
  item: string,
  content: string,
  { isFlush, isWrapped }: { isFlush: boolean; isWrapped: boolean },
): boolean {
  if (item.length > MAX_ITEM || isHeading(content) || (isFlush && opensQuote(content)))
    return false;
  const piece = unfinishedField(item, content);
  if (piece === 'quote')
    return !isFlush || !openingAtStart.test(content) || content.search(closing) === -1;
  if (piece === 'source') return maybeCitation.test(content);
  return !/^[([{"“„«]/u.test(content) && (!isFlush || isWrapped);
}

/** Whether a quote opens on a line, after its theme. */
export function opensQuote(line: string): boolean {
  return line.search(opening) !== -1;
}

/** Whether a line has any part of an item: an opening mark after a theme, or a source. */
export function looksLikeItem(line: string): boolean {
  return opensQuote(line) || line.search(citation) !== -1 || line.search(closing) !== -1;
}

/** Returns what an item still lacks, if the line below it may continue with it. */
export function unfinishedField(item: string, below: string): 'quote' | 'source' | undefined {
  const open = openMarkOf(item);
  const end = open && pairingOf(item.slice(open.start), open.mark).closedAt;
  const isWhole = item.search(closing) !== -1;
  if (end === undefined) return !isWhole || below.search(closing) !== -1 ? 'quote' : undefined;
  return isWhole ? undefined : 'source';
}

/** Returns the bullet of an item, or a dash or number before a theme and an opening mark. */
export function bulletOf(line: string): string {
  if (isRule(line) || citationAtStart.test(line)) return '';
  const [clearBullet] = bullet.exec(line) ?? [];
  const [weak = ''] = weakBullet.exec(line) ?? [];
  const isItem = /\d/u.test(weak) ? looksLikeItem(line) : opensQuote(line);
  return clearBullet ?? (isItem ? weak : '');
}

/**
 * Parses `On theme: "quote" — Source: name`. The theme ends at the first opening mark with a
 * closing mark before a source. The quote ends at the last such closing mark. So each may contain
 * colons, dashes, quotation marks and the word “Source”.
 */
export function parseQuoteLine(item: string): QuoteLine {
  const closings = [...item.matchAll(closing)];
  let first: QuoteLine | undefined;
  for (const open of [...item.matchAll(opening)].slice(0, MAX_OPENINGS)) {
    const mark = open[1]!;
    const start = open.index + open[0].length;
    const close = [...closers[mark]!]
      .map((closer) => closings.findLast((found) => found[1] === closer && found.index >= start))
      .find((found) => found !== undefined);
    if (!close) continue;
    const line = buildLine(item, open, close);
    const text = item.slice(start, close.index);
    const end = pairingOf(text, mark, mark + close[1]!).closedAt;
    const isSingle = /['‘‚]/u.test(mark);
    if (end === undefined || isSingle) {
      if ((first || pairingOf(text, mark).isLeftOpen) && !isSingle) warnUnpaired(line);
      return first?.problems.some(({ severity }) => severity === 'error') ? first : line;
    }
    const rest = item.slice(start + end + 1).trim();
    const isEnded = /[.!?…。！？]["”»’')\]*_]*$/u.test(item.slice(0, start + end));
    const { error } = reporter(line.problems);
    if (citationAtStart.test(rest)) error(1, 'line', 'contains two quotes; write one per line');
    else if (isEnded && (opensQuote(rest) || openingAtStart.test(rest)))
      error(1, 'source', `is missing before ${quoted(rest)}`);
    first ??= line;
  }
  if (!first) return findMissing(item);
  if (first.problems.length === 0) warnUnpaired(first);
  return first;
}

function buildLine(item: string, open: RegExpExecArray, close: RegExpExecArray): QuoteLine {
  const text = item.slice(open.index + open[0].length, close.index);
  const line: QuoteLine = {
    theme: withoutEmphasis(singleSpaced(item.slice(0, open.index)), true),
    text: '«»‹›'.includes(open[1]!) ? text.trim() : text,
    source: withoutEmphasis(singleSpaced(item.slice(close.index + close[0].length)), true),
    problems: [],
  };
  const { error, warning } = reporter(line.problems);
  if (isBlank(line.theme.replace(/^on$/iu, ''))) error(1, 'theme', 'is empty');
  else if (leavesFirstOpen(line.theme)) error(1, 'theme', 'is missing');
  if (isBlank(line.text)) error(1, 'quote', 'is empty');
  if (isBlank(line.source)) error(1, 'source', 'is empty');
  if (close[2] !== undefined)
    warning(1, 'quote', `has ${quoted(close[2])} after its closing mark, which was left out`);
  else if (speechAtStart.test(line.theme)) {
    const reading = `read as its theme ${quoted(line.theme)}`;
    warning(1, 'quote', `may begin before ${quoted(line.text)}: ${reading}`);
  }
  return line;
}

function warnUnpaired({ theme, text, problems }: QuoteLine): void {
  const reading = `read as theme ${quoted(theme)}, quote ${quoted(text)}`;
  reporter(problems).warning(1, 'quote', `has unpaired quotation marks: ${reading}`);
}

function openMarkOf(item: string): { mark: string; start: number } | undefined {
  const open = new RegExp(opening.source, 'u').exec(item) ?? openingAtStart.exec(item);
  return open ? { mark: open[1]!, start: open.index + open[0].length } : undefined;
}

/** Reports what is missing from an item that cannot be parsed. */
function findMissing(item: string): QuoteLine {
  const line: QuoteLine = { theme: '', text: '', source: '', problems: [] };
  const { error } = reporter(line.problems);
  const open = openMarkOf(item);
  const cite = [...item.matchAll(citation)].at(-1);
  if (!open) error(1, 'quote', 'has no opening mark');
  else {
    if (!opensQuote(item)) error(1, 'theme', 'is missing');
    const quote = item.slice(open.start, cite && cite.index > open.start ? cite.index : undefined);
    const end = pairingOf(quote, open.mark).closedAt;
    const rest = end === undefined ? '' : trimmed(quote.slice(end + 1).replace(/^[*_]+/u, ''));
    const isClosed = new RegExp(`[${closers[open.mark]!}][*_]*\\s*$`, 'u').test(quote);
    if (end === undefined && !isClosed) error(1, 'quote', 'has no closing mark');
    else if (rest !== '' && cite)
      error(1, 'quote', `has ${quoted(rest)} between its closing mark and its source`);
  }
  if (!cite && item.search(closing) === -1) error(1, 'source', 'is missing');
  return line;
}

export const partForm = '`Part N: title`';

/** “Part” in the languages of the interface. */
const partWords = 'part|teil|partie|parte|deel|del|część|часть|bölüm|الجزء|חלק|第|제';
const number = '0|[1-9]\\d{0,8}|[IVXLC]+';
const partLine = new RegExp(
  `^(?:(?:${partWords})${gap}*(?<before>${number})(?:${gap}*部分?|부)?|(?<after>\\d{1,9})(?:부|\\.${gap}*(?:teil|bölüm)))(?:${gap}*[:：]|[.)]${gap}+|${gap}*${dash}(?!\\d))(?<title>.+)$`,
  'isu',
);
const partStart = new RegExp(`^(?:${partWords})(?!\\p{L})`, 'iu');
const malformedPart = new RegExp(
  `^(?:${partWords})${gap}*(?:\\d{0,9}|[IVXLC]{0,9})${gap}*[:：.)]?$|^(?:${partWords})${gap}*[:：]|^(?:${partWords})${gap}+[^\\s:：]+${gap}*[:：]`,
  'iu',
);

/** Removes the Markdown of a heading. */
export function plainHeading(line: string): string {
  const text = line.replace(/^#{1,6}(?:\s+|$)(.*?)(?:\s+#+)?$/su, '$1');
  return singleSpaced(withoutEmphasis(singleSpaced(text)));
}

const boldNumber = /^(\*{1,3}|_{1,3})(\p{L}+\s*[\dIVXLC]+\s*[:：.)‐‑‒–—―−-]*)\s*\1/iu;

/** Parses a line that begins a part. */
export function partOf(line: string): { number: number; title: string } | undefined {
  const item = plainHeading(plainHeading(line).replace(bullet, ''));
  const plain = item.replace(boldNumber, '$2 ');
  const { before, after, title = '' } = partLine.exec(plain)?.groups ?? {};
  const number = before ?? after ?? '';
  const label = singleSpaced(withoutEmphasis(trimmed(title)));
  if (label === '' || looksLikeItem(plain)) return undefined;
  return { number: /^\d/u.test(number) ? Number(number) : romanNumber(number), title: label };
}

function romanNumber(roman: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return Array.from(roman.toUpperCase(), (letter) => values[letter]!).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Describes what a line like `Part 2` lacks; unless `isSure`, any line that begins with “Part”. */
export function partProblem(line: string, isSure: boolean): string | undefined {
  if (!(isSure ? malformedPart : partStart).test(plainHeading(line))) return undefined;
  const rest = line.replace(/^\p{L}+\s*/u, '');
  const lack = /^[\dIVXLC]+\s*[:：.)-]?$/u.test(rest) ? 'has no title' : 'has no number';
  return `${lack}: expected ${partForm}, found ${quoted(line)}`;
}
