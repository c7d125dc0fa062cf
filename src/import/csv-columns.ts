import type { Field } from './import-data.ts';
import { singleSpaced } from './whitespace.ts';
import { errorAt, excerpt, type NoteProblem } from './problem.ts';
import { isReadwise, leftOut, readwiseColumns } from './readwise.ts';
import type { Row } from './csv.ts';

/** By their name, folded. */
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

export interface Columns {
  /** In the order of the table; of a column that has no place in a collection, none. */
  fields: (Field | undefined)[];
  isReadwise: boolean;
  /** The names of columns that are left out. */
  unread: string[];
  problems: NoteProblem[];
}

/** Reads the head of a table; `isPartGiven` for quotes that need no column for it. */
export function readColumns({ cells, line }: Row, isPartGiven: boolean): Columns {
  const names = cells.map((cell) => singleSpaced(cell.toLowerCase().replaceAll('_', ' ')));
  const fromReadwise = isReadwise(names);
  const known = fromReadwise ? { ...columns, ...readwiseColumns } : columns;
  const fields = names.map((name) => (Object.hasOwn(known, name) ? known[name] : undefined));
  const unread = names.filter((name) => fromReadwise && leftOut.includes(name));
  const problems = names.flatMap((name, index) => {
    const field = fields[index];
    if (field === undefined) {
      if (unread.includes(name)) return [];
      const message = `${excerpt(name)} is not known: expected ${Object.keys(columns).join(', ')}`;
      return [errorAt(line, 'column', message)];
    }
    const isTwice = fields.indexOf(field) < index;
    return isTwice ? [errorAt(line, 'column', `${excerpt(name)} is there twice`)] : [];
  });
  for (const field of ['text', 'source', 'theme', 'part'] as const) {
    const isGiven = fields.includes(field) || (field === 'part' && (fromReadwise || isPartGiven));
    if (isGiven) continue;
    const fix = field === 'part' ? ', or name one with --part N' : '';
    const subject = field === 'text' ? 'quote' : field;
    problems.push(errorAt(line, subject, `has no column: add one${fix}`));
  }
  return { fields, isReadwise: fromReadwise, unread, problems };
}
