import { isAttribution, parseAttribution, splitAttribution } from '../attribution.ts';
import type { Input, Item, ReadResult } from '../item.ts';
import { quoted, reporter } from '../item.ts';
import { Outline } from '../outline.ts';
import { openMarks, splitQuote } from '../../text/quotation-marks.ts';
import { withoutEmphasis } from '../quote-line.ts';
import { singleSpaced } from '../../text/whitespace.ts';

const heading = /^(#{1,6})\s+(.+?)\s*#*$/u;
const bullet = /^(?:[-*+•‣⁃◦▪▫●○■□·∙]|\(?\d{1,4}[.)])\s+(?=\S)/u;
const rule = /^(?:[-*_=]\s*){3,}$/u;
const mark = new RegExp(`^[${openMarks.replace(/['’‘‚]/gu, '')}]`, 'u');
const sentenceEnd = /[.!?…。！？:;,]["”»’'）)]*$/u;

/** No heading is longer, in UTF-16 units: a line of a printed page. */
const MAX_HEADING = 80;
/** A longer item is not continued, in UTF-16 units: a page of text. */
const MAX_OPEN = 4000;
/** A plain heading is below every heading of Markdown. */
const PLAIN_DEPTH = 7;

/** A list is what a text is taken for that is nothing else; likely, where lines begin quotes. */
export function isList({ text }: Input): number {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const quotes = lines.filter((line) => beginsQuote(line) || isAttribution(line));
  return quotes.length > 1 ? 0.6 : lines.length > 0 ? 0.2 : 0;
}

/**
 * Lists of quotes: plain ones of a quote a line, `"quote" — Author, Source (year)`, with or without
 * marks and dash, and those with headings, as documents and web pages are pasted. A heading (`# …`)
 * or a short line alone is a part; the first, before another, is the title. A line with a bullet, a
 * number or an opening mark is a quote; its attribution follows the closing mark or a dash, or is
 * the line directly below. Another line continues the quote above unless that is complete. Below
 * headings an attribution of one piece is a source, unless others name a person and a work.
 * Source: no specification; pages of quotations, fixtures in tests/fixtures/import/list-*.
 */
export function readList({ text }: Input): ReadResult {
  const result: ReadResult = { items: [], diagnostics: [] };
  const { error } = reporter(result.diagnostics);
  const outline = new Outline();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  const isMarked = lines.some((line) => bullet.test(line) || mark.test(line));
  /** Without headings and bullets each line is a quote. */
  let isPlain = !lines.some((line) => bullet.test(line));
  const introduction: string[] = [];
  let item: Item | undefined;
  /** The lines of the item above, as far as they are directly above. */
  let above = '';
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (raw === '' || rule.test(raw)) {
      above = '';
      continue;
    }
    const [, hashes = '', title] = heading.exec(raw) ?? [];
    const begins = beginsQuote(raw);
    const isOpen =
      above !== '' &&
      above.length < MAX_OPEN &&
      item!.by === undefined &&
      isUnfinished(above, begins);
    if (
      item &&
      item.by === undefined &&
      isAttribution(raw) &&
      !mark.test(raw.replace(bullet, ''))
    ) {
      item.by = raw;
    } else if (
      title !== undefined ||
      (!isOpen && !begins && isHeading(lines, index, isMarked, above))
    ) {
      const plain = singleSpaced(withoutEmphasis(title ?? raw).replace(/[:：]$/u, ''));
      outline.add(title === undefined ? PLAIN_DEPTH : hashes.length, plain, line);
      item = undefined;
      above = '';
      isPlain = false;
    } else if (isOpen && !bullet.test(raw)) {
      above = `${above} ${raw}`;
      Object.assign(item!, splitAttribution(above));
    } else if (begins || !isMarked || (isPlain && result.items.length > 0)) {
      above = withoutEmphasis(raw.replace(bullet, ''));
      item = { line, ...splitAttribution(above) };
      result.items.push(item);
      outline.place(item);
    } else if (above !== '' && item!.by === undefined && isWholeQuote(above)) item!.by = raw;
    else if (result.items.length === 0) introduction.push(raw);
    else error(line, 'line', `is neither a heading nor a quote: ${quoted(raw)}`);
  }
  if (introduction.length > 0) result.introduction = introduction.join('\n\n');
  outline.resolve(result);
  const isPerson = result.items.some(({ by }) => by !== undefined && parseAttribution(by).person);
  if (result.items.some(({ part }) => part !== undefined) && !isPerson) result.alone = 'source';
  return result;
}

function beginsQuote(line: string): boolean {
  return bullet.test(line) || mark.test(line) || splitAttribution(line).by !== undefined;
}

/** Whether a line is short, no sentence, and nothing but a heading could be there. */
function isHeading(lines: string[], index: number, isMarked: boolean, above: string): boolean {
  const line = lines[index]!;
  const below = lines[index + 1] ?? '';
  const isShort = line.length <= MAX_HEADING && (!sentenceEnd.test(line) || /[:：]$/u.test(line));
  const isAlone =
    above === '' && below === '' && lines.slice(index + 1).some((each) => each !== '');
  return isShort && (isAlone || (isMarked && beginsQuote(below)));
}

/** Whether a text is in marks, whole. */
function isWholeQuote(text: string): boolean {
  return splitQuote(text, (rest) => rest === '') !== undefined;
}

/** Whether the lines of an item want another: their marks are open, or they end in no sentence. */
function isUnfinished(above: string, begins: boolean): boolean {
  return mark.test(above) ? !isWholeQuote(above) : !begins && !sentenceEnd.test(above);
}
