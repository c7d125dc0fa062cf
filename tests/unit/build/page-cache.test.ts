import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRendered } from '../../../src/build/page-cache.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quote-browser-rendered-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => {
  const rendered = openRendered(folder);
  return { ...rendered, find: (key: string) => rendered.find(key)?.toString() };
};
const save = (pages: Record<string, string>) => {
  const rendered = openRendered(folder);
  for (const [key, html] of Object.entries(pages)) rendered.keep(key, Buffer.from(html));
  rendered.save();
};

test('what one build keeps the next finds, byte by byte', () => {
  save({ first: '<p>“Schön”, 明日 🙂</p>', second: '' });
  const { find } = open();
  expect(find('first')).toBe('<p>“Schön”, 明日 🙂</p>');
  expect(find('second')).toBe('');
  expect(find('third')).toBeUndefined();
});

test('what a build does not ask for is gone after it', () => {
  save({ first: 'one', second: 'two', third: 'three' });
  const { find, keep, save: end } = open();
  find('third');
  keep('fourth', Buffer.from('four'));
  end();
  const last = open();
  const found = ['first', 'second', 'third', 'fourth'].map(last.find);
  expect(found).toEqual([undefined, undefined, 'three', 'four']);
});

test('a build that fails leaves what the one before it kept', () => {
  save({ first: 'one' });
  openRendered(folder).keep('first', Buffer.from('another'));
  expect(open().find('first')).toBe('one');
});

test('files that were cut off are as good as none', () => {
  save({ first: 'one', second: 'two' });
  truncateSync(join(folder, 'pages.html'), 4);
  const { find } = open();
  expect([find('first'), find('second')]).toEqual(['one', undefined]);
  truncateSync(join(folder, 'pages.json'), 9);
  expect(open().find('first')).toBeUndefined();
});

test('an index without the pages is as good as none', () => {
  save({ first: 'one' });
  rmSync(join(folder, 'pages.html'));
  expect(open().find('first')).toBeUndefined();
});

test('the folder holds two files, however many pages there are', () => {
  save({ first: 'one', second: 'two', third: 'three' });
  expect(readdirSync(folder)).toEqual(['pages.html', 'pages.json']);
  expect(readFileSync(join(folder, 'pages.html'), 'utf8')).toBe('onetwothree');
});
