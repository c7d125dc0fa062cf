import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../../src/loader/load.ts';
import { collect } from '../../../src/import/collect.ts';
import { formats, recognizeFormat } from '../../../src/import/formats/index.ts';
import { newFiles } from './new-files.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { line, name, sentence } from './arbitrary.ts';

interface Written {
  text: string;
  person: string;
  source: string;
}

const items = fc.uniqueArray(fc.record({ text: sentence, person: name, source: name }), {
  selector: ({ text }) => text,
  minLength: 2,
  maxLength: 6,
});
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** How each format writes quotes with a person and a source. */
const writers: [format: string, write: (items: Written[]) => string][] = [
  [
    'csv',
    (all) =>
      [
        'Quote;Author;Book',
        ...all.map((each) => [each.text, each.person, each.source].map(cell).join(';')),
      ].join('\n'),
  ],
  [
    'csv',
    (all) =>
      [
        'Highlight\tBook Title\tBook Author',
        ...all.map((each) => [each.text, each.source, each.person].join('\t')),
      ].join('\n'),
  ],
  [
    'json',
    (all) =>
      JSON.stringify(
        all.map(({ text, person, source }) => ({ quote: text, author: person, book: source })),
        null,
        1,
      ),
  ],
  ['json', (all) => all.map((each) => JSON.stringify(each)).join('\n')],
  [
    'kindle',
    (all) =>
      all
        .map(({ text, person, source }, at) =>
          `${source} (${person})\r\n- Your Highlight on Location ${at * 9}-${at * 9 + 1} | Added on Monday\r\n\r\n${text}\r\n==========\r\n`.replaceAll(
            '\r',
            '',
          ),
        )
        .join(''),
  ],
  [
    'fortune',
    (all) =>
      all.map(({ text, person, source }) => `${text}\n\t-- ${person}, ${source}\n%\n`).join(''),
  ],
  [
    'apple-books',
    (all) =>
      all
        .map(
          ({ text, person, source }) =>
            `“${text}”\n\nExcerpt From\n${source}\n${person}\nThis material may be protected by copyright.\n\n`,
        )
        .join(''),
  ],
  [
    'markdown',
    (all) =>
      all.map(({ text, person, source }) => `> ${text}\n> — ${person}, *${source}*\n\n`).join(''),
  ],
  [
    'list',
    (all) => all.map(({ text, person, source }) => `“${text}” — ${person}, ${source}\n`).join(''),
  ],
  [
    'list',
    (all) => all.map(({ text, person, source }) => `- ${text} – ${person}, ${source}\n`).join(''),
  ],
];

describe('quotes written in a format', () => {
  test.each(writers)('are read back unchanged: %s', (format, write) => {
    fc.assert(
      fc.property(items, (written) => {
        const input = { name: 'input', text: write(written) };
        const found = recognizeFormat(input);
        expect(found.format.name).toBe(format);
        const { data, diagnostics } = collect([found.format.read(input)], {
          name: 'input',
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const read = data!.quotes.map(({ text, person, source }) => ({
          text,
          person: person ?? data!.person,
          source,
        }));
        expect(read).toEqual(written);
      }),
      { numRuns: 30 },
    );
  });
});

test('JSON like ours with an invalid language is read like any other', () => {
  const own = { title: 'Words', lang: 'no language', parts: [], quotes: [{ text: 'Salt keeps.' }] };
  const input = { name: 'input.json', text: JSON.stringify(own) };
  const { data } = collect([recognizeFormat(input).format.read(input)], { name: 'input' });
  expect(newFiles(data!).keys()).toContain('quotes/salt-keeps.md');
});

/** Returns the text of every fixture for mutation, with LF line endings as readers get it. */
function fixtures(folder = 'tests/fixtures/import'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile() && !/expected\.yaml$|README\.md$/u.test(file))
    .map((file) => readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n'));
}

describe('any text', () => {
  const texts = fixtures();
  const mutated = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 60 }), line)
    .map(([text, at, length, other]) => {
      const start = at % text.length;
      return text.slice(0, start) + other + text.slice(start + length);
    });
  const anything = fc.oneof(
    mutated,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
  );

  test('is read by every format as a valid collection or with errors', () => {
    const root = temporaryFolder();
    let run = 0;
    fc.assert(
      fc.property(anything, fc.constantFrom(...formats), fc.boolean(), (text, format, skip) => {
        const result = format.read({ name: 'input', text });
        const { data, diagnostics } = collect([result], { name: 'input', skip });
        const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
        expect(data === undefined || !hasErrors).toBe(true);
        expect(data !== undefined || diagnostics.length > 0).toBe(true);
        for (const diagnostic of diagnostics) expect(diagnostic.line).toBeGreaterThanOrEqual(1);
        if (!data) return;
        const folder = join(root, String(run++));
        writeFiles(folder, newFiles(data));
        const errors = readCollection(folder).problems.filter(
          ({ severity }) => severity === 'error',
        );
        expect(errors).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['marks', '"'.repeat(200_000)],
    ['brackets', '['.repeat(200_000)],
    ['objects', '{"a":'.repeat(50_000)],
    ['block quotes', '> '.repeat(20_000)],
    ['dashes', ' — a'.repeat(50_000)],
    ['colons', ': "'.repeat(50_000)],
    ['headings', '# a\n'.repeat(20_000)],
    [
      'clippings',
      'A (B)\n- Your Highlight on Location 1-2 | Added\n\nx\n==========\n'.repeat(3000),
    ],
    ['semicolons', ';'.repeat(200_000)],
    ['excerpts', 'a\nExcerpt From\nb\nc\n'.repeat(2000)],
    ['citations', '“a” (b, p. 3) (zotero://\n'.repeat(2000)],
    ['spaces', `x${' '.repeat(100_000)}y`],
  ])(
    'of many %s is read by every format in seconds',
    (_, text) => {
      for (const { read, recognize } of formats) {
        const input = { name: 'input', text };
        expect(recognize(input)).toBeLessThanOrEqual(1);
        expect(read(input).items).toBeInstanceOf(Array);
      }
    },
    20_000,
  );
});
