import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOf, largestOfEachKind, pagesIn } from '../page-weight.ts';

test.each([
  ['', 'title'],
  ['404.html', 'not found'],
  ['parts/cloud/', 'part'],
  ['parts/cloud/page/2/', 'part'],
  ['quotes/data-gravity/', 'quote'],
  ['quotes/', 'book'],
  ['quotes/page/2/', 'book'],
  ['themes/', 'themes'],
  ['themes/data-gravity/', 'theme'],
  ['search/', 'search'],
  ['embed/data-gravity/', 'embed'],
])('the page at /%s is of the kind %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test('the largest page of each kind is found, with the number of its quotes', () => {
  const root = mkdtempSync(join(tmpdir(), 'weights-'));
  const write = (path: string, html: string) => {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'index.html'), html);
  };
  write('', '<h1>Quotes</h1>');
  write('parts/short', '<figure class="h-cite" data-quote="a"></figure>');
  write('parts/long', '<figure data-quote="a">One</figure><figure data-quote="b">Two</figure>');
  const largest = largestOfEachKind(pagesIn(root));
  expect(largest.map(({ path, kind, quotes }) => [path, kind, quotes]).toSorted()).toEqual([
    ['', 'title', 0],
    ['parts/long/', 'part', 2],
  ]);
});
