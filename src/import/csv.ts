import { CsvError, parse } from 'csv-parse/sync';
import { errorAt, type NoteProblem } from './problem.ts';

export interface Row {
  cells: string[];
  /** On which it begins, from 1. */
  line: number;
}

/**
 * The rows and columns that hold anything; commas, semicolons or tabs stand between cells (RFC
 * 4180). Sheets that put no cell in marks write tabs, and marks as they are.
 */
export function readRows(text: string): { rows: Row[]; problems: NoteProblem[] } {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const delimiter = delimiterOf(plain);
  const isLiteral = delimiter === '\t' && !/(?:^|[\t\n])"/u.test(plain);
  try {
    const records = parse(plain, {
      delimiter,
      quote: isLiteral ? null : '"',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = records.map(({ record, info }) => {
      const breaks = record.join('').split('\n').length - 1;
      return { cells: record, line: info.lines - breaks };
    });
    return { rows: withoutBlank(rows), problems: [] };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : 1;
    const cause =
      thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'has marks that never close' : 'is not CSV';
    const fix = 'a cell that holds quotation marks stands in marks, with those inside it doubled';
    return { rows: [], problems: [errorAt(line, 'line', `${cause}: ${fix}`)] };
  }
}

function withoutBlank(rows: Row[]): Row[] {
  const written = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, index) => (cell.trim() === '' ? [] : index))),
  );
  return rows
    .map(({ cells, line }) => ({ cells: cells.filter((_, index) => written.has(index)), line }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The character between the names of the columns. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\n|$/u)).replace(/"[^"]*"/gu, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
