import { CsvError, parse } from 'csv-parse/sync';
import { textKey } from '../collection/body.ts';
import { findForbidden, isBlank } from '../collection/characters.ts';
import { statuses } from '../collection/model.ts';
import { frontmatterSchema } from '../collection/schema.ts';
import type { IncomingQuote } from './incoming.ts';
import { singleSpaced, withoutMarks } from './marks.ts';
import { excerpt, findForbiddenIn, type Finding, type NoteProblem } from './problem.ts';

type Field = Exclude<keyof IncomingQuote, 'line'> | 'partTitle';

/** Columns by their name, folded; those of Readwise come last. */
const columns: Record<string, Field> = {
  part: 'part',
  'part title': 'partTitle',
  theme: 'theme',
  source: 'source',
  text: 'text',
  quote: 'text',
  order: 'order',
  url: 'url',
  date: 'date',
  locator: 'locator',
  status: 'status',
  person: 'person',
  lang: 'lang',
};

const readwise: Record<string, Field> = {
  highlight: 'text',
  'book title': 'source',
  'book author': 'person',
  note: 'theme',
  location: 'locator',
};
const locationType = 'location type';

/** What Readwise says of a highlight and a collection has no place for. */
const leftOut = ['amazon book id', 'color', 'tags', 'highlighted at', 'document tags'];

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

interface Row {
  cells: string[];
  line: number;
}

/** Reads quotes from CSV, with the columns of a collection or as Readwise exports them. */
export function readTable(text: string, options: TableOptions): Table {
  const { rows, problems } = readRows(text);
  const [head, ...body] = rows;
  const table: Table = { titles: new Map(), problems, notices: [] };
  if (!head) {
    if (problems.length === 0) problems.push(error(1, 'line', 'is missing: the file is empty'));
    return table;
  }
  const names = head.cells.map((cell) => singleSpaced(cell.toLowerCase().replaceAll('_', ' ')));
  const isReadwise = names.includes('highlight') && names.includes('book title');
  const known = isReadwise ? { ...columns, ...readwise } : columns;
  problems.push(...findWrongColumns(names, known, isReadwise, head.line));
  const has = (field: Field) => names.some((name) => known[name] === field);
  for (const field of ['text', 'source', 'theme', 'part'] as const) {
    const isGiven = has(field) || (field === 'part' && (isReadwise || options.part !== undefined));
    if (!isGiven) {
      const fix = field === 'part' ? ', or name one with --part N' : '';
      problems.push(
        error(head.line, field === 'text' ? 'quote' : field, `has no column: add one${fix}`),
      );
    }
  }
  if (problems.some(({ severity }) => severity === 'error')) return table;

  const books = new Map(options.parts.map(({ title, number }) => [title, number]));
  let firstWords = 0;
  const quotes = body.flatMap(({ cells, line }) => {
    const values = new Map<Field, string>();
    names.forEach((name, index) => {
      const field = known[name];
      const value = cells[index]?.trim() ?? '';
      if (field !== undefined && !isBlank(value)) values.set(field, value);
    });
    if (isReadwise) {
      const type = cells[names.indexOf(locationType)]?.trim().toLowerCase() ?? '';
      const place = values.get('locator');
      if (place !== undefined && type !== '' && !place.includes(type)) {
        values.set('locator', `${type} ${place}`);
      }
      const theme = values.get('theme');
      if (theme === undefined || !isLabel(theme)) {
        firstWords++;
        values.set('theme', wordsAtStart(values.get('text') ?? ''));
      }
      if (!values.has('part') && options.part === undefined) {
        const book = singleSpaced(values.get('source') ?? '');
        const next = Math.max(0, ...books.values()) + 1;
        if (!books.has(book)) books.set(book, next);
        values.set('part', String(books.get(book)));
        values.set('partTitle', book);
      }
    }
    if (!values.has('part') && options.part !== undefined) values.set('part', String(options.part));
    const { quote, findings } = readValues(values);
    const extra = cells.length > names.length ? [stray(cells, names.length)] : [];
    problems.push(
      ...[...findings, ...extra].map((finding) => ({
        ...finding,
        severity: 'error' as const,
        line,
      })),
    );
    const title = values.get('partTitle');
    if (quote && title !== undefined) table.titles.set(quote.part, singleSpaced(title));
    return quote ? [{ ...quote, line }] : [];
  });
  if (body.length === 0)
    problems.push(error(head.line, 'quote', 'is missing: the table holds none'));
  problems.push(...findRepeated(quotes));
  problems.sort((a, b) => a.line - b.line);
  if (firstWords > 0) {
    table.notices.push(
      `${firstWords} of ${body.length} themes are the first words of their quotes, for want of a note that is a label`,
    );
  }
  if (isReadwise && options.part === undefined && !has('part')) {
    table.notices.push('each book is a part; --part N puts all quotes into one');
  }
  const unread = names.filter((name) => isReadwise && leftOut.includes(name));
  if (unread.length > 0) table.notices.push(`left out: ${unread.join(', ')}`);
  const failed = problems.some(({ severity }) => severity === 'error');
  return failed ? table : { ...table, quotes };
}

function error(line: number, subject: Finding['subject'], message: string): NoteProblem {
  return { severity: 'error', line, subject, message };
}

function readRows(text: string): { rows: Row[]; problems: NoteProblem[] } {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  try {
    const records = parse(plain, {
      delimiter: delimiterOf(plain),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = records.map(({ record, info }) => {
      const breaks = record.join('').split('\n').length - 1;
      return { cells: record, line: info.lines - breaks };
    });
    return {
      rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
      problems: [],
    };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : 1;
    const cause =
      thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'has marks that never close' : 'is not CSV';
    const fix = 'a cell that holds quotation marks stands in marks, with those inside it doubled';
    return { rows: [], problems: [error(line, 'line', `${cause}: ${fix}`)] };
  }
}

/** The character between the names of the columns. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\n|$/u)).replace(/"[^"]*"/gu, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function findWrongColumns(
  names: string[],
  known: Record<string, Field>,
  isReadwise: boolean,
  line: number,
): NoteProblem[] {
  const isKnown = (name: string) =>
    Object.hasOwn(known, name) || (isReadwise && (name === locationType || leftOut.includes(name)));
  const seen = new Set<Field>();
  return names.flatMap((name) => {
    if (!isKnown(name)) {
      const message = `${excerpt(name)} is not known: expected ${Object.keys(columns).join(', ')}`;
      return [error(line, 'column', message)];
    }
    const field = known[name];
    const isTwice = field !== undefined && seen.has(field);
    if (field !== undefined) seen.add(field);
    return isTwice ? [error(line, 'column', `${excerpt(name)} is there twice`)] : [];
  });
}

function stray(cells: string[], count: number): Finding {
  const cell = cells.slice(count).find((value) => value !== '') ?? '';
  return { subject: 'line', message: `has more cells than there are columns: ${excerpt(cell)}` };
}

const LONGEST_LABEL = 60;
const FIRST_WORDS = 6;

function isLabel(note: string): boolean {
  return note.length <= LONGEST_LABEL && !/[\n\r]/u.test(note) && !note.startsWith('.');
}

/** The first words of a text as they are. */
function wordsAtStart(text: string): string {
  const words = textKey(text).split(' ').slice(0, FIRST_WORDS).join(' ');
  return [...words]
    .slice(0, LONGEST_LABEL)
    .join('')
    .replace(/[\s,;:—–-]+$/u, '');
}

const subjects: Record<Field, Finding['subject']> = {
  part: 'part',
  partTitle: 'part',
  theme: 'theme',
  source: 'source',
  text: 'quote',
  order: 'order',
  url: 'url',
  date: 'date',
  locator: 'locator',
  status: 'status',
  person: 'person',
  lang: 'lang',
};

function readValues(values: Map<Field, string>): {
  quote?: Omit<IncomingQuote, 'line'>;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const required = ['part', 'theme', 'source', 'text'] as const;
  for (const field of required) {
    if (!values.has(field)) findings.push({ subject: subjects[field], message: 'is empty' });
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
    return before === undefined ? [] : [error(line, 'quote', message)];
  });
}
