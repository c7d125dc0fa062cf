import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { QuoteEntry } from '../../../src/collection/model.ts';

/** A case in the format of `tests/fixtures/hostile/README.md`. */
interface Written {
  case: string;
  fields?: string;
  body?: string;
  file?: string;
  bytes?: string;
  name?: string;
  about?: string;
  ledger?: string;
  refused?: string;
  inert?: Partial<QuoteEntry>;
}

export interface HostileCase {
  kind: string;
  name: string;
  /** The hostile file, which is added to a valid collection. */
  path: string;
  content: string | Uint8Array;
  refused?: { rule: string; field?: string; line?: number };
  /** The fields of the quote if the file is accepted. */
  inert?: Partial<QuoteEntry>;
}

const fixtures = join(import.meta.dirname, '../../fixtures/hostile');

const about = `title: Hostile
person: Nobody
lang: en
introduction: Hello.
parts: [{ number: 1, title: One, slug: one }]
subjects: [{ term: Sound, match: [sound] }]
date: 2013
`;

/** A valid collection with one quote, to which a case is added. */
export const validFiles: Record<string, string> = {
  'collection.yaml': `${about}# The last line.\n`,
  'quotes/sound.md': quoteFile('part: 1\ntheme: On sound\nsource: A book', 'A sound quote.'),
};

/** All cases, in the order of the files. */
export const hostileCases: HostileCase[] = readdirSync(fixtures)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .flatMap((name) => {
    const kind = name.replace('.yaml', '');
    const cases = parse(readFileSync(join(fixtures, name), 'utf8')) as Written[];
    return cases.map((written, index) => caseOf(kind, index + 1, repeated(written)));
  });

function caseOf(kind: string, number: number, written: Written): HostileCase {
  const { refused, inert } = written;
  const [rule, field, line] = refused?.split(' ') ?? [];
  return {
    kind,
    name: written.case,
    ...fileOf(kind, number, written),
    ...(rule && {
      refused: {
        rule,
        ...(field !== '-' && { field }),
        ...(line !== '-' && { line: Number(line) }),
      },
    }),
    ...(inert && { inert }),
  };
}

function fileOf(kind: string, number: number, written: Written) {
  const { fields = '', body, file, bytes, name, ledger } = written;
  if (written.about !== undefined) {
    return {
      path: 'collection.yaml',
      content: withLines(validFiles['collection.yaml']!, written.about),
    };
  }
  if (ledger !== undefined) return { path: 'permalinks.json', content: ledger };
  const path = `quotes/${name ?? `${kind}-${number}.md`}`;
  if (bytes !== undefined) return { path, content: Buffer.from(bytes, 'hex') };
  if (file !== undefined) return { path, content: file };
  const base = `part: 1\ntheme: On ${kind} ${number}\nsource: A book`;
  return {
    path,
    content: quoteFile(withLines(base, fields), body ?? `The text of ${kind} ${number}.`),
  };
}

function quoteFile(fields: string, body: string): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}

/** Replaces the line with the same key, or adds a line at the end; a directive is added at the start. */
function withLines(text: string, added: string): string {
  if (added === '') return text;
  if (added.startsWith('%')) return `${added}\n${text}`;
  const key = /^\w+: ?/u.exec(added)?.[0];
  const lines = text.split('\n');
  const at = key === undefined ? -1 : lines.findIndex((line) => line.startsWith(key));
  if (at === -1) return [...lines.slice(0, lines.length), added].join('\n').replace('\n\n', '\n');
  return lines.with(at, added).join('\n');
}

/** Expands `{×3 ab}` in every text of a case. */
function repeated(written: Written): Written {
  const texts = Object.entries(written).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string'
      ? value.replace(/\{×(\d+) ([^}]*)\}/gu, (_, count: string, text: string) =>
          text.repeat(Number(count)),
        )
      : value,
  ]);
  return Object.fromEntries(texts) as Written;
}
