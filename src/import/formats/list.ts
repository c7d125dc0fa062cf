import { decodeHTMLStrict } from 'entities';
import { isCredit, parseAttribution, splitCredit } from '../attribution.ts';
import { quoted, createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { applyHeadings, beginsQuote, closesLater, isRule, isWrapped, parseLine } from '../lines.ts';
import { appendParagraph, type Heading, type Line } from '../lines.ts';
import { markdownWords, withoutEmphasis } from '../markdown-words.ts';
import { isWholeQuote, leavesFirstOpen, openingMark as mark } from '../../text/quotation-marks.ts';

const sentenceEnd = /[.!?…。！？:;,]["”»’'）)]*$/u;

/** Maximum length of a heading, in UTF-16 units: a line of a printed page. */
const MAX_HEADING = 80;
/** Maximum length of an item that is continued, in UTF-16 units: a page of text. */
const MAX_OPEN = 4000;

/** Scores how likely a text is a list. Any text may be one. */
export function recognize({ text }: Input): number {
  const lines = text.split('\n').map(parseLine);
  const quotes = lines.filter((line) => beginsQuote(line) || isCredit(line.words));
  return quotes.length > 1 ? 0.6 : lines.some(({ words }) => words !== '') ? 0.2 : 0;
}

/**
 * Reads lists of quotes: one a line, `"quote" — Author, Source (year)`, with or without quotation
 * marks and dash, also below headings. A heading (`# …`) or a short line on its own is a part; the
 * first one, directly before another, is the title. A line with a bullet, a number or an opening
 * mark is a quote. Its credit follows the closing mark or a dash, or is the next line. Another line
 * continues the quote above if that is open or wrapped. Below headings a credit without a comma is
 * a source, unless another credit names a person.
 * Source: no specification; pages of quotations, fixtures in tests/fixtures/import/list-*.
 */
export function read({ name, text }: Input): ReadResult {
  const { result, ...report } = createResult();
  const headings: Heading[] = [];
  const lines = decodeHTMLStrict(text.trimEnd()).split('\n').map(parseLine);
  for (const [index, line] of /\.(?:md|markdown)$/iu.test(name) ? lines.entries() : []) {
    line.words = markdownWords(line.words, index + 1, 'line', report);
  }
  const width = lines.reduce((most, { words }) => Math.max(most, words.length), 0);
  /** Whether a quote needs a bullet or mark, because others have one. */
  let isStrict = lines.some(({ bullet }) => bullet !== '');
  const isMarked = isStrict || lines.some(({ words }) => mark.test(words));
  const introduction: string[] = [];
  let item: Item | undefined;
  let first: Line | undefined;
  /** The text of the item if it is directly above. */
  let above = '';
  for (const [index, line] of lines.entries()) {
    const { raw, words } = line;
    if (words === '' || isRule(raw)) {
      if (!closesLater(above, lines, index)) above = '';
      continue;
    }
    const isQuote = beginsQuote(line, lines[index + 1]);
    const isSibling = line.bullet && line.bullet === first?.bullet && line.indent <= first.indent;
    const isBelowWords = above !== '' && first!.bullet === '' && !mark.test(above);
    const lacksCredit = item !== undefined && item.credit === undefined;
    const isOpen = lacksCredit && !line.bullet && isContinued();
    const isPlainHeading =
      !isOpen && !isQuote && isHeading(lines, index, isMarked && !isBelowWords, above);
    if (lacksCredit && !isSibling && isCredit(raw.trim()) && !mark.test(words))
      item!.credit = raw.trim();
    else if (line.hashes !== '' || isPlainHeading) {
      const title = withoutEmphasis(words).replace(/(?<=.)[:：]$/u, '');
      headings.push({ depth: line.hashes.length || 7, title, line: index + 1 });
      item = first = undefined;
      above = '';
      isStrict = isMarked;
    } else if (isOpen) {
      above = lines[index - 1]!.words === '' ? appendParagraph(above, words) : `${above} ${words}`;
      Object.assign(item!, splitCredit(above));
    } else if (
      lacksCredit &&
      !isQuote &&
      isWholeQuote(above) &&
      (isStrict || !sentenceEnd.test(words))
    ) {
      item!.credit = words;
    } else if (isQuote || !isStrict) {
      above = withoutEmphasis(words);
      item = { line: index + 1, ...splitCredit(above) };
      first = line;
      result.items.push(item);
    } else if (result.items.length === 0) introduction.push(words);
    else report.error(index + 1, 'line', `is neither a heading nor a quote: ${quoted(raw)}`);

    function isContinued(): boolean {
      if (above === '' || above.length >= MAX_OPEN) return false;
      if (mark.test(above)) return !isWholeQuote(above) && (!isQuote || leavesFirstOpen(above));
      if (isQuote || sentenceEnd.test(above)) return false;
      return first!.bullet !== '' || isWrapped(lines[index - 1]!.words, words, width);
    }
  }
  if (introduction.length > 0) {
    result.introduction = introduction.join('\n\n');
    result.assumptions.push(`introduction: ${quoted(result.introduction)}, above the first quote`);
  }
  applyHeadings(headings, result);
  const isPerson = result.items.some(({ credit = '' }) => parseAttribution(credit).person);
  const hasParts = result.items.some(({ part }) => part !== undefined);
  if (hasParts && !isPerson) result.loneCredit = 'source';
  return result;
}

/** Whether a line is short, not a sentence, and in a position where only a heading can be. */
function isHeading(lines: Line[], index: number, isMarked: boolean, above: string): boolean {
  const { words } = lines[index]!;
  if (words.length > MAX_HEADING || /[^:：]$/u.test(sentenceEnd.exec(words)?.[0] ?? ''))
    return false;
  let at = index + 1;
  while (lines[at]?.words === '') at++;
  const next = lines[at];
  if (!next) return false;
  if (at === index + 1) return isMarked && beginsQuote(next);
  // If nothing marks quotes, short separate lines are quotes.
  return above === '' && (isMarked || sentenceEnd.test(next.words));
}
