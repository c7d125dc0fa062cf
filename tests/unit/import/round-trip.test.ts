import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/collection/plain-text.ts';
import type { Quote } from '../../../src/collection/model.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { newFiles, notesToFiles } from '../../../src/import/write.ts';
import { formatNotes } from '../../../src/import/export-notes.ts';
import { parseNotes, type Notes } from '../../../src/import/parse.ts';
import { formatNoteProblem } from '../../../src/import/problem.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { cleanNotes, line } from './arbitrary.ts';

const seed = readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8');

/** The collection that the importer makes of notes, read from its files as a build reads it. */
function collectionOf(notes: Notes, folder: string) {
  writeFiles(folder, notesToFiles(notes, { person: 'Ion Stoica', lang: 'en' }));
  const { collection, problems } = readCollection(folder);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return collection!;
}

describe('notes that are imported and exported', () => {
  test('give the text of the first collection back, byte for byte', () => {
    const { notes, problems } = parseNotes(seed);
    expect(problems).toEqual([]);
    const collection = collectionOf(notes!, temporaryFolder());
    const { text } = formatNotes(collection, { leadingNewline: true, finalNewline: false });
    expect(text).toBe(seed);
  });

  test('give the same notes back, whatever their fields hold', () => {
    const root = temporaryFolder();
    let run = 0;
    fc.assert(
      fc.property(cleanNotes, (written) => {
        const quotes = written.parts.map((part) => ({
          ...part,
          line: 0,
          quotes: part.quotes.map((quote) => ({ ...quote, line: 0 })),
        }));
        const collection = collectionOf({ ...written, parts: quotes }, join(root, String(run++)));
        const { text, problems } = formatNotes(collection);
        expect(problems).toEqual([]);
        const { notes } = parseNotes(text!);
        expect(notes).toMatchObject(written);
        expect(collectionOf(notes!, join(root, `again-${run++}`))).toEqual(collection);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any collection that is exported', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/u);
  const plain = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '));
  const anything = fc.oneof({ weight: 9, arbitrary: plain }, line);
  const beside = { url: 'https://a.example/', date: '2013-10', status: 'verified' } as const;
  const quote = fc
    .tuple(
      fc.record({ theme: anything, text: anything, source: anything }),
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, fc.constant(beside)),
    )
    .map(([words, more]) => ({ ...words, ...more }));
  const collections = fc.record({
    title: anything,
    introduction: anything,
    parts: fc.array(
      fc.record({ title: anything, quotes: fc.array(quote, { minLength: 1, maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    emphasis: fc.boolean(),
  });

  test('is imported again with all its words, or refused because notes cannot say them', () => {
    const root = temporaryFolder();
    let run = 0;
    const ends = { same: 0, less: 0, refused: 0 };
    fc.assert(
      fc.property(collections, ({ title, introduction, parts, emphasis }) => {
        const folder = join(root, String(run++));
        const about = { title, introduction, person: 'Ion Stoica', lang: 'en' };
        const numbered = parts.map((part, index) => ({ ...part, number: index + 1 }));
        const quotes = numbered.flatMap((part) =>
          part.quotes.map((quote) => ({ ...quote, part: part.number, line: 0 })),
        );
        const files = newFiles({ ...about, parts: numbered }, quotes);
        const [path, markdown] = [...files].find(([path]) => path.startsWith('quotes/'))!;
        if (emphasis) files.set(path, `${markdown.trimEnd()} and *all* of it\n`);
        writeFiles(folder, files);
        const { collection } = readCollection(folder);
        // Some have the same quote twice.
        fc.pre(collection !== undefined);

        const { text, problems } = formatNotes(collection);
        const severities = problems.map(({ severity }) => severity);
        if (text === undefined) {
          expect(severities).toContain('error');
          ends.refused++;
          return;
        }
        expect(severities).not.toContain('error');
        expect(emphasis).toBe(false);
        const { notes } = parseNotes(text);
        const words = ({ theme, text, source }: Quote) => ({
          theme: theme?.label,
          text,
          source: source?.name,
        });
        expect(notes).toMatchObject({
          title,
          introduction: plainText(collection.introduction),
          parts: collection.parts.map((part) => ({
            number: part.number,
            title: part.title,
            quotes: part.quotes.map(words),
          })),
        });
        const isWhole = severities.length === 0;
        ends[isWhole ? 'same' : 'less']++;
        if (isWhole) expect(collectionOf(notes!, `${folder}-again`)).toEqual(collection);
      }),
      { numRuns: 200 },
    );
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(0);
  });
});

describe('the parser', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
  );

  test('reads any text to an end: to notes, or to errors on lines that are there', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { notes, problems } = parseNotes(text);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(notes === undefined).toBe(errors.length > 0);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
          expect(formatNoteProblem('notes.txt', problem)).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
        }
      }),
    );
  });

  test.each([
    ['opening marks', '- On x: "'.repeat(50_000)],
    ['closing marks', `- On x: "a${'" — Source: '.repeat(50_000)}`],
    ['spaces', `- On x:${' '.repeat(500_000)}y`],
    ['empty lines', '\n'.repeat(200_000)],
    ['parts', 'Part 1: x\n'.repeat(20_000)],
    ['lines that never close', `Part 1: x\n- On x: "a\n${'source: '.repeat(9)}\n`.repeat(20_000)],
    ['lines of one item', `- On x: "a\n${'the source: of it\n'.repeat(50_000)}`],
    ['stars', `- **${'*_'.repeat(100_000)}`],
    ['dashes', `- On x: "a"${'-'.repeat(300_000)}`],
    ['openings that do not pair', `- On x: "${': "a '.repeat(50_000)}${'a" '.repeat(50_001)}`],
    [
      'long lines with a dash',
      `— so the source of it all is "here ${'word '.repeat(400)}\n`.repeat(250),
    ],
    ['ends without a beginning', '— b" — Source: c\n'.repeat(20_000)],
    ['ends of one quote', `- On x: "a" — Source: b\n${'c" — Source: d\n'.repeat(20_000)}`],
  ])(
    'ends with many %s, for a line costs the same in any company',
    (_, text) => {
      expect(parseNotes(text).problems).not.toEqual([]);
    },
    // Seconds are enough; what grows with the square of the lines would take minutes.
    60_000,
  );
});
