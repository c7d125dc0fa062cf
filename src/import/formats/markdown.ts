import { isCredit, splitCredit } from '../attribution.ts';
import { createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { doubleMarks } from '../../text/quotation-marks.ts';
import { applyHeadings, isRule, type Heading } from '../lines.ts';
import { markdownWords, plainLine, readFrontmatter } from '../markdown-words.ts';

const frontmatter = /^---\n([^]*?\n)?---[^\S\n]*(?:\n|$)/u;
const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/u;
/** A bold line is a heading of the lowest level. */
const boldLine = /^(?:\*\*|__)([^*_]+?):?(?:\*\*|__):?\s*$/u;
const fence = /^ {0,3}(?:`{3,}|~{3,})/u;
const block = /^ {0,3}>/u;
/** The bullet of an item that begins with a quotation mark or is a block quote. */
const bulletQuote = new RegExp(`^\\s*(?:[-*+]|\\d{1,4}[.)])\\s+(?=[${doubleMarks}>])`, 'u');
const callout = /^\[!([\w-]+)(?:\|[^\]]*)?\][+-]?\s*(.*)$/u;
/** Block ids and tags at the end of a block. */
const labels = /(?:(?:^|\s)(?:\^[\w-]+|#[\p{L}_][\p{L}\p{N}_/-]*))+\s*$/u;

/** Scores how likely a text is Markdown with quotes: it has block quotes. */
export function recognize({ name, text }: Input): number {
  const hasBlocks = /^ {0,3}>\s*\S/mu.test(text);
  if (/\.(?:md|markdown)$/iu.test(name))
    return hasBlocks ? 0.95 : frontmatter.test(text) ? 0.7 : 0.1;
  return hasBlocks ? 0.9 : 0;
}

/**
 * Reads Markdown and Obsidian notes: each block quote, or bullet that begins with a quotation mark,
 * is a quote. Its credit is its last line after a dash, the line below, or the title of its callout.
 * Headings are parts, lower ones themes. If frontmatter names an author, its title is the source.
 * Markup is removed. Images and text outside quotes are reported.
 * Source: CommonMark 0.31; help.obsidian.md on callouts, links, tags and properties.
 */
export function read({ text, columns }: Input): ReadResult {
  const { result, ...report } = createResult();
  const { notice } = report;
  const headings: Heading[] = [];
  const [head = ''] = frontmatter.exec(text) ?? [];
  const base = readFrontmatter(head, columns, result, report);
  const skipped = head.split('\n').length - 1;
  const lines = text.slice(head.length).split('\n');
  let last: Item | undefined;
  let isFenced = false;
  for (let at = 0; at < lines.length; at++) {
    const raw = lines[at]!;
    const line = at + 1 + skipped;
    const words = (markdown: string) => markdownWords(markdown, line, 'quote', report);
    const [, hashes = '', title = boldLine.exec(raw)?.[1]] = heading.exec(raw) ?? [];
    if (fence.test(raw)) isFenced = !isFenced;
    if (isFenced || fence.test(raw)) notice(line, 'line', 'left out: code');
    else if (title !== undefined) {
      headings.push({ depth: hashes.length || 7, title: words(title), line });
      last = undefined;
    } else if (block.test(raw) || bulletQuote.test(raw)) {
      const end = endOf(lines, at);
      const entry = entryOf(lines.slice(at, end));
      at = end - 1;
      if (entry === undefined) notice(line, 'line', 'left out: a callout that is not a quote');
      else {
        // The title of a callout is the credit, or a note if the document names the person.
        const isTitleCredit = !base.person && entry.credit === undefined;
        const [credit, note] = isTitleCredit ? [entry.title] : [entry.credit, entry.title];
        const given = {
          credit: credit ? words(credit) : base.credit,
          note: note && words(note),
        };
        const tags = [...(base.tags ?? []), ...entry.tags];
        last = { ...base, ...given, line, text: words(entry.text), tags };
        result.items.push(last);
      }
    } else if (last && last.credit === undefined && isCredit(plainLine(raw))) {
      last.credit = words(plainLine(raw));
    } else if (raw.trim() !== '' && !isRule(raw) && !/^\s*\^[\w-]+\s*$|^\s*%%/u.test(raw)) {
      notice(line, 'line', 'left out: text outside of quotes');
      last = undefined;
    }
  }
  applyHeadings(headings, result);
  return result;
}

/** Returns the line at which a block quote or bullet ends, after its continuation lines. */
function endOf(lines: string[], start: number): number {
  const isBlock = block.test(lines[start]!.replace(bulletQuote, ''));
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    const isMore = isBlock ? block.test(line) : /^\s+(?![-*+]\s|\d+[.)]\s)\S/u.test(line);
    if (!isMore || heading.test(line) || fence.test(line)) break;
  }
  return end;
}

/** Parses a block into text and credit. Returns undefined for a callout that is not a quote. */
function entryOf(
  lines: string[],
): { text: string; credit?: string; title?: string; tags: string[] } | undefined {
  const plain = lines
    .map((line) => line.replace(bulletQuote, '').replace(/^(?:\s{0,3}>\s?)+/u, ''))
    .map((line) => line.replace(bulletQuote, ''));
  const [, kind, title = ''] = callout.exec(plain[0]!) ?? [];
  if (kind !== undefined && !/^(?:quote|cite|citation)s?$/iu.test(kind)) return undefined;
  if (kind !== undefined) plain.shift();
  const joined = plain.join('\n');
  const [ends = ''] = labels.exec(joined) ?? [];
  const body = joined.slice(0, joined.length - ends.length).trim();
  const tags = ends.split(/\s+/u).flatMap((tag) => (tag.startsWith('#') ? tag.slice(1) : []));
  const bodyLines = body.split('\n');
  const credit = plainLine(bodyLines.at(-1) ?? '');
  const text = bodyLines.slice(0, -1).join('\n').trim();
  if (text !== '' && isCredit(credit))
    return { text, credit, tags, ...(title !== '' && { title }) };
  const cite = /<cite>(.*?)<\/cite>/su.exec(body);
  if (cite) return { text: body.replace(/[-—–\s]*<cite>.*<\/cite>/su, ''), credit: cite[1]!, tags };
  if (body === '') return { text: title, tags };
  return title === '' ? { ...splitCredit(body), tags } : { text: body, title, tags };
}
