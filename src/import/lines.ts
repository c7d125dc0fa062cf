import { isBrokenEarly, MAX_VERSE } from '../loader/verse.ts';
import { leavesFirstOpen, openingMark } from '../text/quotation-marks.ts';
import { splitCredit } from './attribution.ts';
import { quoted, reporter, type ReadResult } from './item.ts';

/** Number of lines in which an open quote must be closed: a speech of several paragraphs. */
const MAX_PARAGRAPHS = 12;

/** Characters that begin a list item, besides numbers and dashes. */
export const bullets = '-*+•‣⁃◦▪▫●○■□·∙';

const lineStart = new RegExp(
  `^\\s*(?:(#{1,6})\\s+|([${bullets.replace('-', '\\-')}]|\\(?\\d{1,4}[.)])\\s+(?=\\S))?`,
  'u',
);

/** A line of a document, with its prefix separated from its words. */
export interface Line {
  raw: string;
  /** The length of the leading white space. */
  indent: number;
  /** The number signs of a Markdown heading. */
  hashes: string;
  /** The bullet of an item. All numbers become 1. */
  bullet: string;
  words: string;
}

/** Parses a line of a document. */
export function parseLine(raw: string): Line {
  const [start, hashes = '', bullet = ''] = lineStart.exec(raw)!;
  const words = raw.slice(start.length).trim();
  return {
    raw,
    indent: raw.search(/\S|$/u),
    hashes,
    bullet: bullet.replace(/\d+/u, '1'),
    words: hashes === '' ? words : words.replace(/\s+#+$/u, ''),
  };
}

/**
 * Whether a line begins a quote, with a bullet, a quotation mark or a credit at its end. A number
 * is that of a heading if quotes in marks with another bullet follow.
 */
export function beginsQuote({ bullet, words }: Line, next?: Line): boolean {
  if (openingMark.test(words)) return true;
  const isOther = next !== undefined && next.bullet !== '' && next.bullet !== bullet;
  if (isOther && /\d/u.test(bullet) && openingMark.test(next.words)) return false;
  return bullet !== '' || splitCredit(words).credit !== undefined;
}

/** Whether a quote that is open at an empty line is closed in one of the next paragraphs. */
export function closesLater(open: string, lines: Line[], at: number): boolean {
  if (!openingMark.test(open) || !leavesFirstOpen(open)) return false;
  const below = lines.slice(at, at + MAX_PARAGRAPHS).filter(({ words }) => words !== '');
  const end = below.findIndex(({ words }) => !leavesFirstOpen(appendParagraph(open, words)));
  return end !== -1 && below.slice(0, end + 1).every(({ bullet, hashes }) => !bullet && !hashes);
}

/** Appends a paragraph to a quote. Drops a repeated opening mark. */
export function appendParagraph(open: string, paragraph: string): string {
  return `${open}\n\n${paragraph.startsWith(open[0]!) ? paragraph.slice(1) : paragraph}`;
}

/** Splits a text at separators into blocks, each with the number of its first non-blank line. */
export function blocksOf(text: string, separator: RegExp): { line: number; lines: string[] }[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let block: (typeof blocks)[number] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (separator.test(line)) block = undefined;
    else if (block) block.lines.push(line);
    else if (line.trim() !== '') blocks.push((block = { line: index + 1, lines: [line] }));
  }
  return blocks;
}

/** Whether a line is a horizontal rule: `---`, `* * *`, `===`. */
export function isRule(line: string): boolean {
  return /^\s*(?:(?:[-*_]\s*){3,}|={3,}\s*)$/u.test(line);
}

/** Whether a line is a Markdown heading. */
export function isHeading(line: string): boolean {
  return /^#{1,6}(?:\s|$)/u.test(line);
}

/** Maximum column at which editors and mail programs wrap lines. */
const MAX_WRAPPED = 120;

/** Whether a line was wrapped, because the next word had no room in a text of this width. */
export function isWrapped(line: string, next: string, width: number): boolean {
  return width > MAX_VERSE && width <= MAX_WRAPPED && !isBrokenEarly(line, next, width);
}

export interface Heading {
  /** The level of a Markdown heading; 7 for a plain line, which is below all others. */
  depth: number;
  title: string;
  line: number;
}

/**
 * Sets the title of a document, and the parts and themes of its items, from the headings above
 * them. The first heading is the title if no quote precedes it and all others have a lower level,
 * or the same level if it has no quotes of its own. Of the rest, the highest level are parts and
 * lower ones themes. A heading without quotes is reported.
 */
export function applyHeadings(headings: Heading[], result: ReadResult): void {
  let at = -1;
  const itemsBelow = Map.groupBy(result.items, ({ line }) => {
    while (headings[at + 1] && headings[at + 1]!.line < line) at++;
    return headings[at];
  });
  const [first, ...others] = headings;
  if (!first) return;
  const minDepth = first.depth + (itemsBelow.has(first) ? 1 : 0);
  const isTitle = !itemsBelow.has(undefined) && others.every(({ depth }) => depth >= minDepth);
  if (isTitle) result.title ??= first.title;
  const remaining = isTitle ? others : headings;
  const topDepth = remaining.reduce((highest, { depth }) => Math.min(highest, depth), Infinity);
  const used = new Set<Heading>();
  let part: Heading | undefined;
  for (const heading of remaining) {
    if (heading.depth === topDepth) part = heading;
    for (const item of itemsBelow.get(heading) ?? []) {
      used.add(heading).add(part ?? heading);
      item.part = part?.title;
      if (part && heading !== part) item.theme ??= heading.title;
    }
  }
  const { notice } = reporter(result.diagnostics);
  for (const { line, title } of remaining.filter((heading) => !used.has(heading)))
    notice(line, 'part', `has no quotes: ${quoted(title)}`);
}
