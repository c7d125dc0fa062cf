import { isName, splitAttribution } from '../attribution.ts';
import type { Input, Item, ReadResult } from '../item.ts';

const attribution = /^\s*(?:--+|[–—―~]|-(?=\s))\s*\S/u;
/** A shorter line that a capital follows was broken on purpose, as verse is; of 72 columns of prose. */
const MIN_PROSE = 60;

/** How sure it is that a text is a fortune file: lines of one percent sign, or an author below each entry. */
export function isFortune({ text }: Input): number {
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
export function readFortune({ text }: Input): ReadResult {
  const items: Item[] = [];
  const separator = /^%%?$/mu.test(text) ? /^%%?\s*$/u : /^\s*$/u;
  let start = 0;
  const lines = text.split('\n');
  for (const [index, line] of [...lines, ''].entries()) {
    if (index < lines.length && !separator.test(line)) continue;
    const entry = lines.slice(start, index);
    const first = entry.findIndex((each) => each.trim() !== '');
    if (first !== -1) items.push({ line: start + first + 1, ...readEntry(entry.slice(first)) });
    start = index + 1;
  }
  return { items, diagnostics: [] };
}

function readEntry(lines: string[]): Pick<Item, 'text' | 'by' | 'note'> {
  const at = lines.findLastIndex((line) => attribution.test(line));
  if (at <= 0) return splitAttribution(joinProse(lines));
  const by = lines.slice(at).map((line) => line.trim());
  const end = by.indexOf('');
  const said = end === -1 ? by : by.slice(0, end);
  const note = by.slice(said.length).join(' ').trim();
  return { text: joinProse(lines.slice(0, at)), by: said.join(' '), note };
}

function joinProse(lines: string[]): string {
  const joined: string[] = [];
  let above = '';
  for (const raw of lines) {
    const line = raw.trim();
    const isIndented = /^\s/u.test(raw);
    const isVerse = above.length < MIN_PROSE && /^["“‘(]?\p{Lu}/u.test(line);
    if (joined.length === 0) joined.push(line);
    else if (line === '' || above === '' || isIndented || isVerse) joined.push('\n', line);
    else joined.push(' ', line);
    above = line;
  }
  return joined.join('');
}
