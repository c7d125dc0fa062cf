import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRendered } from '../../../src/build/rendered.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quote-browser-rendered-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const save = (pages: Record<string, string>) => {
  const rendered = openRendered(folder);
  for (const [key, html] of Object.entries(pages)) rendered.keep(key, html);
  rendered.save();
};

test('what one build keeps the next finds, letter by letter', () => {
  save({ first: '<p>“Schön”, 明日 🙂</p>', second: '' });
  const { find } = openRendered(folder);
  expect(find('first')).toBe('<p>“Schön”, 明日 🙂</p>');
  expect(find('second')).toBe('');
  expect(find('third')).toBeUndefined();
});

test('what a build does not ask for is gone after it', () => {
  save({ first: 'one', second: 'two', third: 'three' });
  const { find, keep, save: end } = openRendered(folder);
  find('third');
  keep('fourth', 'four');
  end();
  const last = openRendered(folder);
  const found = ['first', 'second', 'third', 'fourth'].map(last.find);
  expect(found).toEqual([undefined, undefined, 'three', 'four']);
});

test('a build that fails leaves what the one before it kept', () => {
  save({ first: 'one' });
  openRendered(folder).keep('first', 'another');
  expect(openRendered(folder).find('first')).toBe('one');
});

test('files that were cut off are as good as none', () => {
  save({ first: 'one', second: 'two' });
  truncateSync(join(folder, 'pages.html'), 4);
  const { find } = openRendered(folder);
  expect([find('first'), find('second')]).toEqual(['one', undefined]);
  truncateSync(join(folder, 'pages.json'), 9);
  expect(openRendered(folder).find('first')).toBeUndefined();
});

test('the folder holds two files, however many pages there are', () => {
  save({ first: 'one', second: 'two', third: 'three' });
  expect(readdirSync(folder)).toEqual(['pages.html', 'pages.json']);
  expect(readFileSync(join(folder, 'pages.html'), 'utf8')).toBe('onetwothree');
});
