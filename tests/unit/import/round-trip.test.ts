import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/collection/plain-text.ts';
import type { Collection } from '../../../src/collection/model.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { collect } from '../../../src/import/collect.ts';
import { formatNotes } from '../../../src/import/export-notes.ts';
import { read as readPrintedNotes } from '../../../src/import/formats/printed-notes.ts';
import { formatDiagnostic } from '../../../src/cli/import-report.ts';
import { newFiles } from './new-files.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { line, sentence } from './arbitrary.ts';

const seed = readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8');

/** Reads the data of printed notes. */
function dataOf(text: string, person = 'Ion Stoica') {
  const result = readPrintedNotes({ name: 'notes.txt', text });
  return collect([result], { name: 'notes', person });
}

/** Loads the collection of files as a build does. */
function collectionOf(files: Map<string, string>, folder: string): Collection | undefined {
  writeFiles(folder, files);
  return readCollection(folder).collection;
}

describe('notes that are imported and exported', () => {
  test('are the notes of the first collection, byte for byte', () => {
    const { data, diagnostics } = dataOf(seed);
    expect(diagnostics).toEqual([]);
    const collection = collectionOf(newFiles(data!), temporaryFolder())!;
    expect(`\n${formatNotes(collection).text}`).toBe(seed);
  });

  const anything = fc.oneof({ weight: 6, arbitrary: sentence }, line);
  const beside = { url: 'https://a.example/', date: '2013-10', status: 'verified' } as const;
  const quote = fc
    .tuple(
      fc.record({ theme: anything, text: anything, source: anything }),
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, fc.constant(beside)),
    )
    .map(([words, more]) => ({ ...words, ...more }));
  const collections = fc.record({
    title: anything,
    introduction: fc.option(anything, { nil: undefined }),
    parts: fc.array(
      fc.record({ title: anything, quotes: fc.array(quote, { minLength: 1, maxLength: 3 }) }),
      { minLength: 1, maxLength: 2 },
    ),
    emphasis: fc.boolean(),
  });

  test('are the same collection, or refused because notes cannot express it', () => {
    const root = temporaryFolder();
    let run = 0;
    const ends = { same: 0, less: 0, refused: 0 };
    fc.assert(
      fc.property(collections, ({ title, introduction, parts, emphasis }) => {
        const folder = join(root, String(run++));
        const numbered = parts.map((part, index) => ({ ...part, number: index + 1 }));
        const files = newFiles({
          title,
          person: 'Ion Stoica',
          lang: 'en',
          ...(introduction !== undefined && { introduction }),
          requires: ['part', 'theme', 'source'],
          parts: numbered.map(({ number, title }) => ({ number, title })),
          quotes: numbered.flatMap((part) =>
            part.quotes.map((quote) => ({ ...quote, part: part.number, line: 0 })),
          ),
        });
        const [path, markdown] = [...files].find(([path]) => path.startsWith('quotes/'))!;
        if (emphasis) files.set(path, `${markdown.trimEnd()} and *all* of it\n`);
        const collection = collectionOf(files, folder);
        // Some collections have the same quote twice.
        fc.pre(collection !== undefined);

        const { text, errors, warnings } = formatNotes(collection);
        expect(text === undefined).toBe(errors.length > 0);
        if (text === undefined) {
          ends.refused++;
          return;
        }
        expect(emphasis).toBe(false);
        const { data, diagnostics } = dataOf(text);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(data).toMatchObject({
          title,
          parts: collection.parts.map(({ number, label }) => ({ number, title: label })),
          quotes: collection.quotes.map((quote) => ({
            theme: quote.theme?.label,
            text: quote.text,
            source: quote.source?.label,
          })),
        });
        expect(data!.introduction ?? '').toBe(plainText(collection.introduction));
        ends[warnings.length === 0 ? 'same' : 'less']++;
        if (warnings.length > 0) return;
        expect(collectionOf(newFiles(data!), `${folder}-again`)).toEqual(collection);
      }),
      { numRuns: 200 },
    );
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(0);
  });
});

describe('the reader of printed notes', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
  );

  test('reads any text to its end, and reports existing lines', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { diagnostics } = readPrintedNotes({ name: 'notes.txt', text });
        for (const each of diagnostics) {
          expect(each.line).toBeGreaterThanOrEqual(1);
          expect(each.line).toBeLessThanOrEqual(text.split('\n').length);
          expect(formatDiagnostic('notes.txt', each)).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
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
    ['lines of one item', `- On x: "a\n${'the source: of it\n'.repeat(20_000)}`],
    ['stars', `- **${'*_'.repeat(100_000)}`],
    ['dashes', `- On x: "a"${'-'.repeat(300_000)}`],
    ['openings that do not pair', `- On x: "${': "a '.repeat(50_000)}${'a" '.repeat(50_001)}`],
    ['ends without a beginning', '— b" — Source: c\n'.repeat(20_000)],
    ['ends of one quote', `- On x: "a" — Source: b\n${'c" — Source: d\n'.repeat(20_000)}`],
  ])(
    'ends with many %s, for a line costs the same in any company',
    (_, text) => {
      const { diagnostics, title } = readPrintedNotes({ name: 'notes.txt', text });
      expect(diagnostics.length > 0 || title !== undefined).toBe(true);
    },
    // Takes seconds; quadratic time would be minutes.
    20_000,
  );
});
