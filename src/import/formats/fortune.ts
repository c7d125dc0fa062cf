import { isName, splitAttribution } from '../attribution.ts';
import { createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { blocksOf } from '../lines.ts';
import { tidyLines } from '../../text/whitespace.ts';

const attribution = /^\s*(?:--+|[–—―~]|-(?=\s))\s*\S/u;
/** A shorter line that a capital follows was broken on purpose, as verse is; of 72 columns of prose. */
const MIN_PROSE = 60;

/** How sure it is that a text is a fortune file: lines of one percent sign, or an author below each entry. */
export function recognize({ text }: Input): number {
  if (/^%%?$/mu.test(text)) return 0.95;
  const entries = text.trim().split(/\n\s*\n/u);
  const isSigned = (entry: string) => /\n\s*(?:--?|[–—―~])\s*(.+)$/u.exec(entry)?.[1];
  const names = entries.map((entry) => isSigned(entry)?.split(/[,(]/u)[0]?.trim() ?? '');
  return names.length > 1 && names.every(isName) ? 0.7 : 0;
}

/**
 * A fortune file: entries between lines of `%`, their attribution a last line `-- Author, Work`;
 * without such lines, entries between empty ones that all have an attribution.
 * Lines of prose are joined. A line end is kept before an indented line, and where a short line is
 * followed by a capital, as in verse and dialogue.
 * Source: strfile(1) of the BSD games; the attribution is a custom of its files.
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
  const at = lines.findLastIndex((line) => attribution.test(line));
  if (at <= 0) return splitAttribution(joinProse(lines));
  const paragraphs = tidyLines(lines.slice(at).join('\n')).split('\n\n');
  const [credit = '', ...notes] = paragraphs.map((paragraph) => paragraph.replaceAll('\n', ' '));
  return { text: joinProse(lines.slice(0, at)), credit, note: notes.join(' ') };
}

function joinProse(lines: string[]): string {
  return lines
    .reduce((joined, line, index) => {
      const above = lines[index - 1]?.trim() ?? '';
      const isVerse = above.length < MIN_PROSE && /^["“‘(]?\p{Lu}/u.test(line);
      const isApart = above === '' || /^(?:\s|$)/u.test(line) || isVerse;
      return `${joined}${isApart ? '\n' : ' '}${line.trim()}`;
    }, '')
    .trim();
}
