import { expect, test } from 'vitest';
import { collectionFile, quoteFile } from '../../../src/loader/write-files.ts';

const long = 'A label in so many words, which is longer than a line of YAML and yet '
  .repeat(2)
  .trim();

test.each([
  [{ text: 'Text.' }, '---\n---\n\nText.\n'],
  [
    { text: 'a *b*\nc', order: 2, theme: long, part: 1, date: '2013' },
    `---\npart: 1\ntheme: ${long}\norder: 2\ndate: "2013"\n---\n\na \\*b\\*\\\nc\n`,
  ],
  [{ text: '{}', theme: '{}' }, '---\ntheme: "{}"\n---\n\n{}\n'],
])('the file of %j has its fields in a fixed order, each on one line', (quote, file) => {
  expect(quoteFile(quote)).toBe(file);
});

test('a new collection.yaml has the given settings', () => {
  const settings = { title: 'T', lang: 'de', parts: [] };
  expect(collectionFile(settings)).toBe('title: T\nlang: de\n');
  const parts = [{ number: 1, title: 'One', slug: 'one' }];
  const more = { introduction: 'Two *words*.', requires: ['theme', 'source'] as const };
  expect(collectionFile({ ...settings, ...more, requires: [...more.requires], parts })).toBe(
    'title: T\nlang: de\nintroduction: >\n  Two \\*words\\*.\nrequires: [theme, source]\nparts:\n  - number: 1\n    title: One\n    slug: one\n',
  );
});
