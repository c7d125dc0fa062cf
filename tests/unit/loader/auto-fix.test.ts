import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRepairs } from '../../../src/loader/auto-fix.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

/** Finds the repairs of a folder with these files and a title. */
function repairsOf(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder();
  writeFiles(folder, Object.entries({ 'collection.yaml': 'title: T\n', ...files }));
  return findRepairs(readCollection(folder), (path) => readFileSync(join(folder, path), 'utf8'));
}

test.each([
  ['\uFEFFText.\r\n', 'Text.\n', ['removed the byte order mark', 'changed line endings to LF']],
  ['Te\uFEFFx\u200Bt.\n', 'Text.\n', ['removed invisible characters']],
  ['"Text."\n', 'Text.\n', ['removed the quotation marks around the quote']],
  [
    '---\ntheme: a---\n---\n\n\n“One.\n\nTwo.”\n',
    '---\ntheme: a---\n---\n\n\nOne.\n\nTwo.\n',
    ['removed the quotation marks around the quote'],
  ],
  ['# A heading\r\n', '# A heading\n', ['changed line endings to LF']],
])('the quote %j becomes %j', (before, after, done) => {
  expect(repairsOf({ 'quotes/a.md': before })).toEqual([
    { path: 'quotes/a.md', before, after, done },
  ]);
});

test.each([
  ['quotes/a.md', 'Text.\n'],
  ['quotes/a.md', '""\n'],
  ['quotes/a.md', Buffer.from('caf\xE9\r\n', 'latin1')],
  ['quotes/a.md/b.txt', 'x\r\n'],
  ['quotes/a.txt', 'x\r\n'],
  ['permalinks.json', '{\n  "a": "live"\n}\n'],
  ['permalinks.json', '{"a": 1}'],
])('%s with %j stays unchanged', (path, content) => {
  expect(repairsOf({ [path]: content })).toEqual([]);
});

test('quotes are repaired even if collection.yaml cannot be read', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['collection.yaml/x', ''],
    ['quotes/a.md', 'Text.\r\n'],
  ]);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(findRepairs(readCollection(folder), read).map(({ path }) => path)).toEqual([
    'quotes/a.md',
  ]);
});

test('missing ids are added to the ledger, which is sorted', () => {
  const quotes = { 'quotes/b.md': 'Text.\n' };
  expect(repairsOf({ ...quotes, 'permalinks.json': '{"a": {"gone": "2025"}}' })).toMatchObject([
    {
      path: 'permalinks.json',
      after: '{\n  "a": {\n    "gone": "2025"\n  },\n  "b": "live"\n}\n',
      done: ['added b'],
    },
  ]);
  const unsorted = '{\n  "b": "live",\n  "a": {\n    "gone": "2025"\n  }\n}\n';
  expect(repairsOf({ ...quotes, 'permalinks.json': unsorted })).toMatchObject([
    { done: ['sorted'] },
  ]);
});
