import { joinLines } from '../../text/join-lines.ts';
import type { Input, Item, ReadResult } from '../item.ts';
import { quoted, reporter } from '../item.ts';
import {
  continuesSource,
  hasPieces,
  isBareQuote,
  isCitation,
  openPiece,
  opensQuote,
  parseQuoteLine,
  quoteForm,
  withoutEmphasis,
} from '../quote-line.ts';
import { gap, singleSpaced, trimmed } from '../../text/whitespace.ts';

export const partForm = '`Part N: title`';

/** “Part” in the languages of the interface. */
const partWords = 'part|teil|partie|parte|deel|del|część|часть|bölüm|الجزء|חלק|第|제';
const dash = '[-‐‑‒–—―−]{1,3}';
const number = '0|[1-9]\\d{0,8}|[IVXLC]+';
const partLine = new RegExp(
  `^(?:(?:${partWords})${gap}*(?<before>${number})(?:${gap}*部分?|부)?|(?<after>\\d{1,9})(?:부|\\.${gap}*(?:teil|bölüm)))(?:${gap}*[:：]|[.)]${gap}+|${gap}*${dash}(?!\\d))(?<title>.+)$`,
  'isu',
);
const partStart = new RegExp(`^(?:${partWords})(?!\\p{L})`, 'iu');
/** What sets out to be a part and lacks its number or title: `Part: title`, `Part 2`. */
const malformedPart = new RegExp(
  `^(?:${partWords})${gap}*(?:\\d{0,9}|[IVXLC]{0,9})${gap}*[:：.)]?$|^(?:${partWords})${gap}*[:：]|^(?:${partWords})${gap}+[^\\s:：]+${gap}*[:：]`,
  'iu',
);
/** A longer item is not continued, in UTF-16 units: several pages of text. */
const MAX_ITEM = 10_000;
const heading = /^#{1,6}(?:\s+|$)/u;
const rule = /^(?:[-*_]\s*){3,}$|^={3,}$/u;
const bullet = new RegExp(`^(?:[-*+•‣⁃◦▪▫●○■□·∙](?:${gap}+|$)|[-•‣⁃◦▪▫●○■□])`, 'u');
/** A dash or number begins an item only where a quote opens in the line: it may be mid-sentence. */
const weakBullet = new RegExp(`^(?:[‐‑‒–—―−]${gap}*|\\(?\\d{1,6}[.)]${gap}+)`, 'u');

/** How sure it is that a text is printed notes: they have parts, and items with sources. */
export function isPrintedNotes({ text }: Input): number {
  const lines = text.split('\n').map((line) => trimmed(line));
  const items = lines.filter((line) => bulletOf(line) && opensQuote(line) && hasPieces(line));
  if (lines.some((line) => partOf(line))) return items.length > 0 ? 0.95 : 0.5;
  return items.some((line) => parseQuoteLine(line).problems.length === 0) ? 0.8 : 0;
}

/**
 * Printed notes, the form that `npm run export` writes: a title line, an introduction, then
 * `Part N: title` and `- On theme: "quote" — Source: name`. “Part” and “Source” may be in any
 * language of the interface, the number of a part Roman. A line that begins no item, heading or part
 * continues the one above; an empty line ends it. Each item has a theme, a quote and a source.
 * Source: tests/fixtures/import/printed-notes and README.md of this folder.
 */
export function readPrintedNotes({ text }: Input): ReadResult {
  const result: ReadResult = { items: [], parts: [], diagnostics: [], isVerbatim: true };
  const { error, warning, notice } = reporter(result.diagnostics);
  const open: OpenItem[] = [];
  const paragraphs: string[][] = [];
  let item: OpenItem | undefined;
  let part: number | undefined;
  let isBelowBlank = true;
  const lines = text.replace(/[\u2028\u2029]/gu, ' ').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const content = trimmed(raw);
    const mark = bulletOf(content);
    const found = partOf(content);
    const isFlush = !/^\s/u.test(raw);
    if (content === '' || rule.test(content)) item = undefined;
    else if (!found && malformedPart.test(plainHeading(content)) && result.title !== undefined) {
      reportPart(line, content);
      item = undefined;
    } else if (result.title === undefined && !found && !(mark && hasPieces(content))) {
      result.title = plainHeading(content);
    } else if (found) {
      const same = result.parts!.findIndex(({ number }) => number === found.number);
      if (same !== -1) error(line, 'part', `${found.number} is there twice: ${quoted(content)}`);
      else result.parts!.push(found);
      const expected = (part ?? 0) + 1;
      if (found.number !== expected && same === -1) {
        const place = part === undefined ? 'is the first' : `follows part ${part}`;
        warning(line, 'part', `${found.number} ${place}: expected part ${expected}`);
      }
      part = found.number;
      item = undefined;
    } else if (mark && (part !== undefined || hasPieces(content))) {
      const text = content.slice(mark.length);
      item = { line, first: content, text, isWrapped: false, ...(part !== undefined && { part }) };
      open.push(item);
    } else if (item && continues(item, content, isFlush, open)) {
      const isSource = openPiece(item.text, content) === undefined;
      if (isSource) notice(line, 'source', 'goes on from the line above');
      item.text = joinLines([item.text, content]);
      item.isWrapped ||= isFlush && !isSource;
    } else if (part === undefined && open.length === 0) {
      if (isBelowBlank || heading.test(content)) paragraphs.push([plainHeading(content)]);
      else paragraphs.at(-1)!.push(content);
    } else if (partStart.test(plainHeading(content))) reportPart(line, content);
    else {
      const expected = `expected ${partForm} or ${quoteForm}, found ${quoted(content)}`;
      error(line, 'line', `is neither a part nor a quote: ${expected}`);
    }
    isBelowBlank = content === '' || paragraphs.length === 0;
  }
  function reportPart(line: number, content: string) {
    const rest = content.replace(/^\p{L}+\s*/u, '');
    const lack = /^[\dIVXLC]+\s*[:：.)-]?$/u.test(rest) ? 'has no title' : 'has no number';
    error(line, 'part', `${lack}: expected ${partForm}, found ${quoted(content)}`);
  }
  if (result.title === undefined)
    error(1, 'title', 'is missing: expected a line above the first part');
  if (paragraphs.length > 0) result.introduction = paragraphs.map(joinLines).join('\n\n');
  for (const { line, first, text, part } of open) {
    const { theme, text: quote, source, problems } = parseQuoteLine(text);
    for (const { severity, subject, message } of problems) {
      const expected =
        severity === 'error' ? `: expected ${quoteForm}, found ${quoted(first)}` : '';
      result.diagnostics.push({ severity, line, subject, message: message + expected });
    }
    if (part === undefined && result.parts!.length > 0) {
      error(line, 'quote', `is above any part: expected ${partForm} before ${quoted(first)}`);
    } else if (problems.every(({ severity }) => severity === 'warning')) {
      const found: Item = { line, theme, text: quote, source, ...(part !== undefined && { part }) };
      result.items.push(found);
    }
  }
  return result;
}

interface OpenItem {
  line: number;
  /** The line on which it begins. */
  first: string;
  /** Without its bullet, with the lines that continue it. */
  text: string;
  part?: number;
  isWrapped: boolean;
}

/**
 * Whether a line continues an item: its quote is open, its source follows, or its source goes on,
 * which a line without indent does only in a file that wraps its lines.
 */
function continues(item: OpenItem, content: string, isFlush: boolean, items: OpenItem[]): boolean {
  if (item.text.length > MAX_ITEM) return false;
  if (heading.test(content) || (opensQuote(content) && hasPieces(content) && isFlush)) return false;
  const piece = openPiece(item.text, content);
  if (piece === 'quote') return !isFlush || !isBareQuote(content);
  if (piece === 'source') return continuesSource(content);
  const isRemark = /^[([{]/u.test(content) || /^["“„«]/u.test(content);
  return !isRemark && (!isFlush || items.some(({ isWrapped }) => isWrapped));
}

function bulletOf(line: string): string {
  if (rule.test(line) || isCitation(line)) return '';
  const weak = weakBullet.exec(line)?.[0];
  if (weak !== undefined && !bullet.test(line)) {
    const isItem = /\d/u.test(weak) ? hasPieces(line) : opensQuote(line);
    return isItem ? weak : '';
  }
  return bullet.exec(line)?.[0] ?? '';
}

/** A line without the Markdown of a heading. */
function plainHeading(line: string): string {
  const text = heading.test(line) ? line.replace(heading, '').replace(/\s+#+$/u, '') : line;
  return singleSpaced(withoutEmphasis(singleSpaced(text)));
}

const boldNumber = /^(\*{1,3}|_{1,3})(\p{L}+\s*[\dIVXLC]+\s*[:：.)‐‑‒–—―−-]*)\s*\1/iu;

function partOf(line: string): { number: number; title: string } | undefined {
  const item = plainHeading(plainHeading(line).replace(bullet, ''));
  const plain = item.replace(boldNumber, '$2 ');
  const { before, after, title = '' } = partLine.exec(plain)?.groups ?? {};
  const number = before ?? after ?? '';
  const label = singleSpaced(withoutEmphasis(trimmed(title)));
  if (label === '' || hasPieces(plain)) return undefined;
  return { number: /^\d/u.test(number) ? Number(number) : romanNumber(number), title: label };
}

function romanNumber(roman: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return Array.from(roman.toUpperCase(), (letter) => values[letter]!).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  );
}
