import { CsvError, parse } from 'csv-parse/sync';
import type { FieldName } from '../loader/field-names.ts';
import { fieldLookup } from './fields.ts';
import type { Input, ItemReporter } from './item.ts';

/** Number of lines in which the header row is searched: a title and a date may precede it. */
const MAX_ABOVE = 10;

/** The header row: the fields of its columns, the delimiter and the number of lines above it. */
export interface Head {
  fields: (FieldName | undefined)[];
  delimiter: string;
  skipped: number;
}

type Row = { cells: string[]; line: number };

/** Parses the rows of a table from its header row on. Reports invalid CSV and returns no rows. */
export function rowsOf(text: string, { delimiter, skipped }: Head, { error }: ItemReporter): Row[] {
  const parseRows = (quote: '"' | false): Row[] => {
    const rows: Row[] = [];
    parse(text, {
      delimiter,
      quote,
      from_line: 1 + skipped,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      on_record: (cells, { lines }) => {
        rows.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
        return null;
      },
    });
    return rows;
  };
  try {
    return parseRows('"');
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const rows = parseRows(false);
    if (rows.every(({ cells }) => cells.length === rows[0]!.cells.length)) return rows;
    const isOpen = thrown.code === 'CSV_QUOTE_NOT_CLOSED';
    const cause = isOpen ? 'has quotation marks that are never closed' : 'is not CSV';
    const fix =
      'put a cell that contains quotation marks in quotation marks, and double those inside it';
    error(Number(thrown['lines'] ?? 1), 'line', `${cause}: ${fix}`);
    return [];
  }
}

/** Finds the header row. */
export function headOf(text: string, columns: Input['columns']): Head {
  const lines = text.split('\n', MAX_ABOVE);
  const declared = /^"?sep=(.)"?$/iu.exec(lines[0]!.trimEnd())?.[1];
  const rows = lines.map((row, skipped) => {
    const bare = row.replace(/"[^"]*"/gu, '');
    const count = (mark: string) => bare.split(mark).length;
    const most = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
    const cells = row.split(declared ?? most).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    const fields = cells.map(fieldLookup(columns));
    return { fields, delimiter: declared ?? most, skipped };
  });
  const isHead = ({ fields }: Head) => fields.includes('text') && fields.filter(Boolean).length > 1;
  const first = rows[declared === undefined ? 0 : 1] ?? rows[0]!;
  return first.fields.includes('text') ? first : (rows.find(isHead) ?? first);
}
