import { CsvError, parse } from 'csv-parse/sync';
import { fieldKey, fieldOf, itemOf, valuesOf, type Field } from '../fields.ts';
import type { Input, ReadResult } from '../item.ts';
import { quoted, reporter } from '../item.ts';

/** The columns of Hypothesis, whose author is whoever annotates. */
const annotationNames = new Map<string, Field>([
  ['quote', 'text'],
  ['url', 'url'],
  ['page', 'page'],
  ['comment', 'note'],
  ['body', 'note'],
  ['tags', 'tags'],
]);

/** How sure it is that a text is a table: its first row names a column of quotes, and another. */
export function isCsv({ name, text, columns }: Input): number {
  const head = headOf(text);
  const cells = head.row.split(head.delimiter);
  const names = cells.map((cell) => fieldOf(cell.trim().replace(/^"(.*)"$/u, '$1'), columns));
  if (names.includes('text') && names.length > 1) return 0.98;
  if (/\.(?:csv|tsv)$/iu.test(name)) return 0.7;
  return names.filter((field) => field !== undefined).length >= 3 ? 0.6 : 0;
}

/**
 * A table with a head (RFC 4180): Readwise, Goodreads, Hypothesis, spreadsheets. Commas, semicolons
 * or tabs are between cells, or what a first line `sep=;` says. Columns are told by their names in
 * several languages, or by `--columns`. Bare quotation marks within a cell are its own; a table whose
 * marks do not pair is read without them, if each row then has the cells of the head.
 * Source: RFC 4180; readwise.io export (Highlight, Book Title, Book Author, …, Location Type);
 * Goodreads quotes (Quote, Author, Book, Tags, …); the exporter of hypothesis/client.
 */
export function readCsv({ text, columns }: Input): ReadResult {
  const result: ReadResult = { items: [], diagnostics: [], assumptions: [] };
  const { error, notice } = reporter(result.diagnostics);
  const [head, ...body] = rowsOf(text, (line, message) => error(line, 'line', message));
  if (!head) return result;
  const names = head.cells.map((cell) => cell.trim());
  const isHypothesis = names.some((name) => fieldKey(name) === 'annotation/reply type');
  const known = isHypothesis ? annotationNames : undefined;
  const fields = names.map((name) => fieldOf(name, columns, known));
  if (!fields.includes('text')) {
    const hint = 'name it with --columns "NAME=quote"';
    const there = quoted(names.filter((name) => name !== '').join(', '));
    error(head.line, 'quote', `has no column among ${there}: ${hint}`);
    return result;
  }
  const unread = names.filter((name, index) => name !== '' && !fields[index]);
  const read = names.flatMap((name, index) => (fields[index] ? `${name} as ${fields[index]}` : []));
  if (unread.length > 0) notice(head.line, 'column', `left out: ${unread.join(', ')}`);
  result.assumptions!.push(`columns: ${read.join(', ').replace(/ as text\b/u, ' as quote')}`);
  const parts = new Map<number, string>();
  for (const { cells, line } of body) {
    const stray = cells.slice(fields.length).find((cell) => cell.trim() !== '');
    if (stray !== undefined) {
      error(line, 'line', `has more cells than there are columns: ${quoted(stray)}`);
      continue;
    }
    const named = names.map((name, index) => [name, cells[index] ?? ''] as const);
    const values = valuesOf(named, columns, undefined, known);
    const item = itemOf(line, values);
    const title = values.get('heading')?.trim();
    if (typeof item.part === 'number' && title) parts.set(item.part, title);
    result.items.push(item);
  }
  result.parts = [...parts].map(([number, title]) => ({ number, title }));
  return result;
}

interface Row {
  cells: string[];
  line: number;
}

function rowsOf(text: string, fail: (line: number, message: string) => void): Row[] {
  const { delimiter, skipped } = headOf(text);
  const parseRows = (quote: '"' | false): Row[] => {
    const records = parse(text, {
      delimiter,
      quote,
      from_line: 1 + skipped,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => {
      const breaks = record.join('').split('\n').length - 1;
      return { cells: record, line: info.lines - breaks };
    });
  };
  try {
    // A sheet that puts no cell in marks writes tabs, and marks as they are.
    return parseRows(delimiter === '\t' && !/(?:^|[\t\n])"/u.test(text) ? false : '"');
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const rows = parseRows(false);
    if (rows.every(({ cells }) => cells.length === rows[0]!.cells.length)) return rows;
    const cause =
      thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'has marks that never close' : 'is not CSV';
    const fix = 'a cell with quotation marks is in marks itself, with those inside it doubled';
    fail(typeof thrown['lines'] === 'number' ? thrown['lines'] : 1, `${cause}: ${fix}`);
    return [];
  }
}

/** The first row, what is between its cells, and how many lines are above it. */
function headOf(text: string): { row: string; delimiter: string; skipped: number } {
  const [first = '', second = ''] = text.split('\n', 2);
  const said = /^"?sep=(.)"?$/iu.exec(first.trimEnd())?.[1];
  if (said !== undefined) return { row: second, delimiter: said, skipped: 1 };
  const bare = first.replace(/"[^"]*"/gu, '');
  const count = (mark: string) => bare.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    count(mark) > count(best) ? mark : best,
  );
  return { row: first, delimiter, skipped: 0 };
}
