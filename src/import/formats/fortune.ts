import { isName, splitCredit } from '../attribution.ts';
import { createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { blocksOf } from '../lines.ts';
import { tidyLines } from '../../text/whitespace.ts';

const creditLine = /^\s*(?:--+|[–—―~]|-(?=\s))\s*\S/u;
/** Minimum length of prose wrapped at 72 columns. A shorter line before a capital is verse. */
const MIN_PROSE = 60;

/** Scores how likely a text is a fortune file: `%` lines, or an author below each entry. */
export function recognize({ text }: Input): number {
  if (/^%%?$/mu.test(text)) return 0.95;
  const entries = text.trim().split(/\n\s*\n/u);
  const isSigned = (entry: string) => /\n\s*(?:--?|[–—―~])\s*(.+)$/u.exec(entry)?.[1];
  const names = entries.map((entry) => isSigned(entry)?.split(/[,(]/u)[0]?.trim() ?? '');
  return names.length > 1 && names.every(isName) ? 0.7 : 0;
}

/**
 * Reads a fortune file: entries separated by lines of `%`, with a credit `-- Author, Work` as their
 * last line. Without `%`, entries are separated by empty lines and all have a credit. Lines of
 * prose are joined. A line break is kept before an indented line, and between a short line and a
 * capital, as in verse and dialogue.
 * Source: strfile(1) of the BSD games; the credit is a convention of its files.
 */
export function read({ text }: Input): ReadResult {
  const { result } = createResult();
  const separator = /^%%?$/mu.test(text) ? /^%%?\s*$/u : /^\s*$/u;
  result.items = blocksOf(text, separator).map(({ line, lines }) => ({
    line,
    ...readEntry(lines),
  }));
  return result;
}

function readEntry(lines: string[]): Pick<Item, 'text' | 'credit' | 'note'> {
  const at = lines.findLastIndex((line) => creditLine.test(line));
  if (at <= 0) return splitCredit(joinProse(lines));
  const paragraphs = tidyLines(lines.slice(at).join('\n')).split('\n\n');
  const [credit = '', ...notes] = paragraphs.map((paragraph) => paragraph.replaceAll('\n', ' '));
  return { text: joinProse(lines.slice(0, at)), credit, note: notes.join(' ') };
}

function joinProse(lines: string[]): string {
  return lines
    .reduce((joined, line, index) => {
      const above = lines[index - 1]?.trim() ?? '';
      const isVerse = above.length < MIN_PROSE && /^["“‘(]?\p{Lu}/u.test(line);
      const isBreakKept = above === '' || /^(?:\s|$)/u.test(line) || isVerse;
      return `${joined}${isBreakKept ? '\n' : ' '}${line.trim()}`;
    }, '')
    .trim();
}
