import { gap, singleSpaced, trimmed } from '../text/whitespace.ts';
import { quoted } from './item.ts';
import { withoutEmphasis } from './markdown-words.ts';
import { bullet, dash, hasPieces } from './quote-line.ts';

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

/** A line without the Markdown of a heading. */
export function plainHeading(line: string): string {
  const text = line.replace(/^#{1,6}(?:\s+|$)(.*?)(?:\s+#+)?$/su, '$1');
  return singleSpaced(withoutEmphasis(singleSpaced(text)));
}

const boldNumber = /^(\*{1,3}|_{1,3})(\p{L}+\s*[\dIVXLC]+\s*[:：.)‐‑‒–—―−-]*)\s*\1/iu;

/** The part that a line begins. */
export function partOf(line: string): { number: number; title: string } | undefined {
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

/**
 * What a line that sets out to be a part lacks: `Part: title`, `Part 2`. Where it is not sure, any
 * line that begins with the word does.
 */
export function partProblem(line: string, isSure: boolean): string | undefined {
  if (!(isSure ? malformedPart : partStart).test(plainHeading(line))) return undefined;
  const rest = line.replace(/^\p{L}+\s*/u, '');
  const lack = /^[\dIVXLC]+\s*[:：.)-]?$/u.test(rest) ? 'has no title' : 'has no number';
  return `${lack}: expected ${partForm}, found ${quoted(line)}`;
}
