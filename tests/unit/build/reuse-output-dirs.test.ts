import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reuseOutputDirs } from '../../../src/build/reuse-output-dirs.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quote-browser-folders-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const path = (...names: string[]) => join(folder, ...names);
const reuse = () => reuseOutputDirs(path('dist'), path('.cache', 'before'));

function built(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(path('dist', name)), { recursive: true });
    writeFileSync(path('dist', name), name);
  }
}

test('a folder with a page in it is the same one in the next build', () => {
  built('quotes/a/index.html');
  const { ino } = statSync(path('dist/quotes/a/index.html'));
  const { make, end } = reuse();
  expect(existsSync(path('dist'))).toBe(false);
  make('quotes/a/');
  end();
  expect(statSync(path('dist/quotes/a/index.html')).ino).toBe(ino);
});

test('nothing comes along that the next build may not have', () => {
  built('themes/a/index.html', 'themes/a/page/2/index.html', 'quotes/gone/index.html', 'feed.xml');
  const { make, end } = reuse();
  make('themes/a/');
  make('themes/new/');
  end();
  expect(readdirSync(path('dist'), { recursive: true }).toSorted()).toEqual([
    'themes',
    'themes/a',
    'themes/new',
  ]);
  expect(readdirSync(path('.cache'))).toEqual([]);
});

test('a first build makes its folders', () => {
  reuse().make('quotes/a/');
  expect(readdirSync(path('dist/quotes/a'))).toEqual([]);
});

test('after a build that failed, the folders of the one before it are taken', () => {
  built('quotes/a/index.html');
  reuse();
  reuse().make('quotes/a/');
  expect(readFileSync(path('dist/quotes/a/index.html'), 'utf8')).toBe('quotes/a/index.html');
});
