import { fieldKey } from '../../loader/field-names.ts';
import { fieldLookup, itemOf, valuesOf } from '../fields.ts';
import { quoted, createResult, type Input, type ReadResult } from '../item.ts';
import { headOf, rowsOf } from '../table.ts';

/** Scores how likely a text is a table: its header row names a quote column and another one. */
export function recognize({ name, text, columns }: Input): number {
  const { fields } = headOf(text, columns);
  if (fields.includes('text') && fields.length > 1) return 0.98;
  if (/\.(?:csv|tsv)$/iu.test(name)) return 0.7;
  return fields.filter(Boolean).length >= 3 ? 0.6 : 0;
}

/**
 * Reads a table with a header row: Readwise, Goodreads, Hypothesis, spreadsheets. The delimiter is
 * a comma, semicolon or tab, or given in a first line such as `sep=;`. Columns are recognized by
 * name in several languages, or by `--columns`. Unescaped quotation marks within a cell are kept.
 * Unpaired ones are read as text if each row then has as many cells as the header.
 * Source: RFC 4180; readwise.io export (Highlight, Book Title, Book Author, …, Location Type);
 * Goodreads quotes (Quote, Author, Book, Tags, …); the exporter of hypothesis/client.
 */
export function read({ text, columns }: Input): ReadResult {
  const { result, ...report } = createResult();
  const { error, notice } = report;
  const header = headOf(text, columns);
  const [head, ...body] = rowsOf(text, header, report);
  if (header.skipped > 0 && !/^"?sep=/iu.test(text))
    notice(1, 'line', 'left out: above the header row');
  if (!head) return result;
  const names = head.cells.map((cell) => cell.trim());
  // The author in an export of Hypothesis is the annotator.
  const isHypothesis = names.some((name) => fieldKey(name) === 'annotation/reply type');
  const fieldOf = fieldLookup(columns, isHypothesis ? ['author'] : []);
  const fields = names.map(fieldOf);
  if (!fields.includes('text')) {
    const hint = 'name it with --columns "NAME=quote"';
    const columnNames = quoted(names.filter((name) => name !== '').join(', '));
    error(head.line, 'quote', `has no column among ${columnNames}: ${hint}`);
    return result;
  }
  const unread = names.filter((name, index) => name !== '' && !fields[index]);
  const read = names.flatMap((name, index) => (fields[index] ? `${name} as ${fields[index]}` : []));
  if (unread.length > 0) notice(head.line, 'column', `left out: ${unread.join(', ')}`);
  result.assumptions.push(`columns: ${read.join(', ').replace(/ as text\b/u, ' as quote')}`);
  for (const { cells, line } of body) {
    const stray = cells.slice(fields.length).find((cell) => cell.trim() !== '');
    if (stray !== undefined) {
      error(line, 'line', `has more cells than the header: ${quoted(stray)}`);
      continue;
    }
    const named = names.map((name, index) => [name, cells[index] ?? ''] as const);
    const values = valuesOf(named, fieldOf);
    const item = itemOf(line, values);
    const { part: number } = item;
    const title = values.get('heading')?.trim();
    const isNew = result.parts.every((part) => part.number !== number);
    if (typeof number === 'number' && title && isNew) result.parts.push({ number, title });
    result.items.push(item);
  }
  return result;
}
