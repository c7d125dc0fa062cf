import { joinLines } from '../../text/join-lines.ts';
import { quoted, createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { isHeading, isRule } from '../lines.ts';
import { bulletOf, continuesItem, looksLikeItem, unfinishedField } from '../notes-lines.ts';
import { opensQuote, parseQuoteLine, partForm, partOf, partProblem } from '../notes-lines.ts';
import { plainHeading, quoteForm } from '../notes-lines.ts';
import { trimmed } from '../../text/whitespace.ts';

/** Scores how likely a text is printed notes: it has parts, and items with sources. */
export function recognize({ text }: Input): number {
  const lines = text.split('\n').map((line) => trimmed(line));
  const items = lines.filter((line) => bulletOf(line) && opensQuote(line));
  if (lines.some((line) => partOf(line))) return items.length > 0 ? 0.95 : 0.5;
  return items.some((line) => parseQuoteLine(line).problems.length === 0) ? 0.8 : 0;
}

/**
 * Reads printed notes, the format that `npm run export` writes: a title line, an introduction, then
 * `Part N: title` and `- On theme: "quote" — Source: name`. “Part” and “Source” may be in any
 * language of the interface, and part numbers may be Roman. Each item has a theme, a quote and a
 * source. Any other line continues the one above, unless a line between them is empty.
 * Source: tests/fixtures/notes and README.md of this folder.
 */
export function read({ text }: Input): ReadResult {
  const { result, error, warning, notice } = createResult();
  result.isPrinted = true;
  const open: (Item & { first: string })[] = [];
  const paragraphs: string[][] = [];
  let item: (typeof open)[number] | undefined;
  let part: number | undefined;
  let isBelowBlank = true;
  let isWrapped = false;
  const lines = text.replace(/[\u2028\u2029]/gu, ' ').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const content = trimmed(raw);
    const mark = bulletOf(content);
    const found = partOf(content);
    const malformed = found ? undefined : partProblem(content, true);
    const isFlush = !/^\s/u.test(raw);
    if (content === '' || isRule(content)) item = undefined;
    else if (malformed !== undefined && result.title !== undefined) {
      error(line, 'part', malformed);
      item = undefined;
    } else if (result.title === undefined && !found && !(mark && looksLikeItem(content))) {
      result.title = plainHeading(content);
    } else if (found) {
      const same = result.parts.findIndex(({ number }) => number === found.number);
      if (same !== -1) error(line, 'part', `${found.number} appears twice: ${quoted(content)}`);
      else result.parts.push(found);
      const expected = (part ?? 0) + 1;
      if (found.number !== expected && same === -1) {
        const order = part === undefined ? 'is the first' : `follows part ${part}`;
        warning(line, 'part', `${found.number} ${order}: expected part ${expected}`);
      }
      part = found.number;
      item = undefined;
    } else if (mark && (part !== undefined || looksLikeItem(content))) {
      item = { line, first: content, text: content.slice(mark.length), part };
      open.push(item);
    } else if (item && continuesItem(item.text, content, { isFlush, isWrapped })) {
      const isSource = unfinishedField(item.text, content) === undefined;
      if (isSource) notice(line, 'source', 'continues from the line above');
      item.text = joinLines([item.text, content]);
      isWrapped ||= isFlush && !isSource;
    } else if (part === undefined && open.length === 0) {
      if (isBelowBlank || isHeading(content)) paragraphs.push([plainHeading(content)]);
      else paragraphs.at(-1)!.push(content);
    } else {
      const problem = partProblem(content, false);
      const expected = `expected ${partForm} or ${quoteForm}, found ${quoted(content)}`;
      if (problem !== undefined) error(line, 'part', problem);
      else error(line, 'line', `is neither a part nor a quote: ${expected}`);
    }
    isBelowBlank = content === '' || paragraphs.length === 0;
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
    if (part === undefined && result.parts.length > 0) {
      error(line, 'quote', `is above the first part: expected ${partForm} before ${quoted(first)}`);
    } else if (problems.every(({ severity }) => severity === 'warning')) {
      result.items.push({ line, theme, text: quote, source, part });
    }
  }
  return result;
}
