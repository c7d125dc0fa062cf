import { textKey } from '../collection/plain-text.ts';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { statuses } from '../collection/model.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { readColumns } from './csv-columns.ts';
import type { Field, IncomingQuote } from './import-data.ts';
import { withoutMarks } from './quotation-marks.ts';
import { singleSpaced } from './whitespace.ts';
import { errorAt, excerpt, findForbiddenIn, type Finding, type NoteProblem } from './problem.ts';
import { completeHighlights } from './readwise.ts';
import { readRows, type Row } from './csv.ts';

export interface Table {
  /** Absent when there are errors. */
  quotes?: IncomingQuote[];
  /** The titles of parts that the table gives, by number. */
  titles: Map<number, string>;
  problems: NoteProblem[];
  /** What was done for want of a column. */
  notices: string[];
}

export interface TableOptions {
  /** The part of every quote that names none. */
  part?: number;
  /** Parts that are there: where no part is named, a book with the title of one goes there. */
  parts: { number: number; title: string }[];
}

/** Reads quotes from CSV, with the columns of a collection or as Readwise exports them. */
export function readTable(text: string, { part, parts }: TableOptions): Table {
  const { rows, problems } = readRows(text);
  const [head, ...body] = rows;
  const table: Table = { titles: new Map(), problems, notices: [] };
  if (!head) {
    if (problems.length === 0) problems.push(errorAt(1, 'line', 'is missing: the file is empty'));
    return table;
  }
  const { fields, isReadwise, unread, problems: wrong } = readColumns(head, part !== undefined);
  problems.push(...wrong);
  if (hasErrors(problems)) return table;

  const highlights = isReadwise ? completeHighlights(parts, part !== undefined) : undefined;
  const quotes = body.flatMap((row) => {
    const values = valuesOf(row, fields);
    highlights?.complete(values);
    if (!values.has('part') && part !== undefined) values.set('part', String(part));
    const { quote, findings } = readValues(values);
    for (const { subject, message } of [...findings, ...findStray(row, fields.length)]) {
      problems.push(errorAt(row.line, subject, message));
    }
    const title = values.get('partTitle');
    if (quote && title !== undefined) table.titles.set(quote.part, singleSpaced(title));
    return quote ? [{ ...quote, line: row.line }] : [];
  });
  if (body.length === 0) {
    problems.push(errorAt(head.line, 'quote', 'is missing: the table holds none'));
  }
  problems.push(...findRepeated(quotes));
  problems.sort((a, b) => a.line - b.line);

  const fromWords = highlights?.count() ?? 0;
  if (fromWords > 0) {
    const which = `${fromWords} of ${body.length} themes`;
    const why = 'for want of a note that is a label';
    table.notices.push(`${which} are the first words of their quotes, ${why}`);
  }
  if (highlights && part === undefined && !fields.includes('part')) {
    table.notices.push('each book is a part; --part N puts all quotes into one');
  }
  if (unread.length > 0) table.notices.push(`left out: ${unread.join(', ')}`);
  return hasErrors(problems) ? table : { ...table, quotes };
}

function hasErrors(problems: NoteProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** What the cells of a row hold, but for blank ones. */
function valuesOf({ cells }: Row, fields: (Field | undefined)[]): Map<Field, string> {
  return new Map(
    fields.flatMap((field, index) => {
      const value = cells[index]?.trim() ?? '';
      return field === undefined || isBlank(value) ? [] : [[field, value]];
    }),
  );
}

function findStray({ cells }: Row, count: number): Finding[] {
  if (cells.length <= count) return [];
  const cell = cells.slice(count).find((value) => value !== '') ?? '';
  return [{ subject: 'line', message: `has more cells than there are columns: ${excerpt(cell)}` }];
}

function readValues(values: Map<Field, string>): {
  quote?: Omit<IncomingQuote, 'line'>;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const required = ['part', 'theme', 'source', 'text'] as const;
  for (const field of required) {
    if (!values.has(field))
      findings.push({ subject: field === 'text' ? 'quote' : field, message: 'is empty' });
  }
  const whole = (field: 'part' | 'order') => {
    const value = values.get(field);
    if (value === undefined) return undefined;
    if (/^-?\d{1,9}$/u.test(value)) return Number(value);
    findings.push({ subject: field, message: `must be a whole number, found ${excerpt(value)}` });
    return undefined;
  };
  const text = withoutMarks(
    (values.get('text') ?? '').replaceAll('\r', '\n').replace(/[^\S\n]*\n[^\S\n]*/gu, '\n'),
  );
  findings.push(...findForbiddenIn('quote', text));
  const line = (field: 'theme' | 'source' | 'url' | 'date' | 'locator' | 'person' | 'lang') => {
    const value = values.get(field);
    if (value === undefined) return undefined;
    const plain = singleSpaced(value.replace(/\s*\n\s*/gu, ' '));
    const result = frontmatterSchema.shape[field].safeParse(plain);
    if (!result.success) {
      const message = `${result.error.issues[0]!.message} Found ${excerpt(plain)}`;
      findings.push({ subject: field, message });
    } else if (findForbidden(plain)) findings.push(...findForbiddenIn(field, plain));
    return plain;
  };
  const status = values.get('status')?.toLowerCase();
  const isStatus = (name: string): name is (typeof statuses)[number] =>
    (statuses as readonly string[]).includes(name);
  if (status !== undefined && !isStatus(status)) {
    const message = `must be one of ${statuses.join(', ')}, found ${excerpt(status)}`;
    findings.push({ subject: 'status', message });
  }
  const part = whole('part');
  const order = whole('order');
  const optional = {
    url: line('url'),
    date: line('date'),
    locator: line('locator'),
    person: line('person'),
    lang: line('lang'),
  };
  const theme = line('theme');
  const source = line('source');
  if (findings.length > 0 || part === undefined || theme === undefined || source === undefined) {
    return { findings };
  }
  return {
    quote: {
      part,
      theme,
      source,
      text,
      ...(order !== undefined && { order }),
      ...(status !== undefined && isStatus(status) && { status }),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    },
    findings,
  };
}

function findRepeated(quotes: IncomingQuote[]): NoteProblem[] {
  const lines = new Map<string, number>();
  return quotes.flatMap(({ text, line }) => {
    const key = textKey(text);
    const before = lines.get(key);
    if (before === undefined) lines.set(key, line);
    const message = `is the same as on line ${before}: keep one of lines ${before} and ${line}, ${excerpt(text)}`;
    return before === undefined ? [] : [errorAt(line, 'quote', message)];
  });
}
