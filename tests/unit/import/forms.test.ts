import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseNotes, type Notes } from '../../../src/import/parse.ts';
import { formatNoteProblem } from '../../../src/import/problem.ts';

const root = 'tests/fixtures/notes';
const forms = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Notes without the places where they stood. */
function fieldsOf({ title, introduction, parts }: Notes) {
  const quotes = (part: Notes['parts'][number]) =>
    part.quotes.map(({ theme, text, source }) => ({ theme, text, source }));
  return {
    title,
    introduction,
    parts: parts.map((part) => ({ number: part.number, title: part.title, quotes: quotes(part) })),
  };
}

test.each(forms)('notes with %s are read as their clean form, or refused line by line', (form) => {
  const read = (name: string) => {
    const path = join(root, form, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const clean = read('clean.txt');
  const { notes, problems } = parseNotes(read('notes.txt')!);
  const found = problems.map((problem) => `${formatNoteProblem('notes.txt', problem)}\n`);
  expect(found.join('')).toBe(read('problems.txt') ?? '');
  expect(notes && fieldsOf(notes)).toEqual(clean && fieldsOf(parseNotes(clean).notes!));
});
