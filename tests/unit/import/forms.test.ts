import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read as readPrintedNotes } from '../../../src/import/formats/printed-notes.ts';
import type { ReadResult } from '../../../src/import/item.ts';
import { formatDiagnostic } from '../../../src/cli/import-report.ts';

const root = 'tests/fixtures/notes';
const forms = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Returns what was read, without line numbers. */
function fieldsOf({ title, introduction, parts, items }: ReadResult) {
  return { title, introduction, parts, items: items.map(({ line: _line, ...item }) => item) };
}

test.each(forms)('notes with %s are read as their clean form, or rejected line by line', (form) => {
  const read = (name: string) => {
    const path = join(root, form, name);
    if (!existsSync(path)) return undefined;
    const text = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/u, '')
      .replaceAll('\r\n', '\n');
    return { text, ...readPrintedNotes({ name, text }) };
  };
  const found = read('notes.txt')!;
  const problems = found.diagnostics
    .toSorted((a, b) => a.line - b.line)
    .map((each) => `${formatDiagnostic('notes.txt', each)}\n`);
  expect(problems.join('')).toBe(
    existsSync(join(root, form, 'problems.txt'))
      ? readFileSync(join(root, form, 'problems.txt'), 'utf8')
      : '',
  );
  const clean = read('clean.txt');
  if (clean) expect(fieldsOf(found)).toEqual(fieldsOf(clean));
  else expect(found.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
});
