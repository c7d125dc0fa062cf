import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../../src/import/read-source.ts';
import { UserError } from '../../../src/loader/diagnostic.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

/** Reads a path. Returns the inputs and notices. */
function readAt(path: string) {
  const notices: string[] = [];
  return { ...readSource(path, (notice) => notices.push(notice)), notices };
}

/** Reads a file with these bytes, or a folder of files; its path is shown as `SOURCE`. */
function read(content: Uint8Array | Record<string, string | Uint8Array>) {
  const folder = temporaryFolder();
  const isFile = content instanceof Uint8Array;
  writeFiles(folder, isFile ? [['a.txt', content]] : Object.entries(content));
  const path = isFile ? join(folder, 'a.txt') : folder;
  const text = JSON.stringify(readAt(path)).replaceAll(path, 'SOURCE');
  return JSON.parse(text) as ReturnType<typeof readAt>;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each([
  [Buffer.from('é\r\nb\rc'), 'é\nb\nc', undefined],
  [Buffer.from('\uFEFFa'), 'a', undefined],
  [Buffer.from('caf\uFFFD'), 'caf\uFFFD', undefined],
  [latin1('caf\xE9'), 'café', 'Windows-1252'],
  [Buffer.concat([Buffer.from('é '), latin1('\xE9')]), 'é \uFFFD', undefined],
  [Buffer.concat([Buffer.from('\uFEFF'), latin1('caf\xE9')]), 'ï»¿café', 'Windows-1252'],
  [Buffer.from('\uFEFFab', 'utf16le'), 'ab', 'UTF-16'],
  [Buffer.from('\uFEFFab', 'utf16le').swap16(), 'ab', 'UTF-16'],
  [Buffer.from('abc', 'utf16le'), 'abc', 'UTF-16'],
  [Buffer.from('abc', 'utf16le').swap16(), 'abc', 'UTF-16'],
  [Buffer.from('a\0'), 'a\0', undefined],
])('the bytes %j are read as %j', (bytes, text, encoding) => {
  expect(read(bytes)).toEqual({
    isFolder: false,
    inputs: [{ name: 'SOURCE', text }],
    notices: encoding ? [`SOURCE is not UTF-8: read as ${encoding}`] : [],
  });
});

test.each(['PK\x03\x04x', '%PDF-1.7', 'SQLite format 3', '{\\rtf1'])('%j is not text', (head) => {
  expect(() => read(latin1(head))).toThrow(
    /: is not a text file: save or export it as text, CSV or Markdown\.$/u,
  );
});

test('the Markdown files of a folder are read in order of their paths, without hidden ones', () => {
  const files = {
    'b.md': 'B',
    'a/c.Markdown': latin1('\xE9'),
    'a/.x/d.md': 'D',
    '.e.md': 'E',
    'f.txt': 'F',
  };
  expect(read(files)).toEqual({
    isFolder: true,
    inputs: [
      { name: 'a/c.Markdown', text: 'é' },
      { name: 'b.md', text: 'B' },
    ],
    notices: ['a/c.Markdown is not UTF-8: read as Windows-1252', 'left out: f.txt is not Markdown'],
  });
});

test('cyclic links are reported and not followed', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [['a.md', 'A']]);
  for (const name of ['one', 'two']) symlinkSync('.', join(folder, name));
  expect(readAt(folder)).toMatchObject({
    inputs: [{ name: 'a.md', text: 'A' }],
    notices: ['left out: one is not Markdown', 'left out: two is not Markdown'],
  });
});

test('a link is read as its target file, and reported if there is none', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['a.md', 'A'],
    ['b/c.txt', 'C'],
  ]);
  for (const [name, target] of Object.entries({ c: 'b/c.txt', d: 'nowhere', e: 'b' }))
    symlinkSync(target, join(folder, `${name}.md`));
  expect(readAt(folder)).toMatchObject({
    inputs: [
      { name: 'a.md', text: 'A' },
      { name: 'c.md', text: 'C' },
    ],
    notices: [
      'left out: b/c.txt is not Markdown',
      'left out: d.md leads to no file',
      'left out: e.md leads to no file',
    ],
  });
});

test('a path that cannot be read is reported', () => {
  expect(() => read({ 'f.txt': 'F' })).toThrow(/: has no Markdown files\.$/u);
  const folder = temporaryFolder();
  const missing = join(folder, 'missing');
  expect(() => readAt(missing)).toThrow(`${missing}: no such file or folder.`);
  mkdirSync(missing);
  expect(() => readAt(missing)).toThrow(`${missing}: has no Markdown files.`);
  expect(() => readAt('/dev/null')).toThrow('/dev/null: is not a file.');
});

test('every file of a folder that cannot be read is reported in one run, with the notices of the others', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['a.md', '%PDF'],
    ['b.md', latin1('\xE9')],
    ['c.md', 'PK\x03\x04'],
  ]);
  const notices: string[] = [];
  const why = 'is not a text file: save or export it as text, CSV or Markdown.';
  expect(() => readSource(folder, (notice) => notices.push(notice))).toThrow(
    new UserError(`a.md: ${why}\nc.md: ${why}`),
  );
  expect(notices).toEqual(['b.md is not UTF-8: read as Windows-1252']);
});
