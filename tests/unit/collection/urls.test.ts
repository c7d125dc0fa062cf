import { expect, test } from 'vitest';
import { isSlug } from '../../../src/text/slug.ts';
import { createUrls, pagePath } from '../../../src/collection/urls.ts';

const urls = createUrls('/');

test('the first page of a list has the address of the list, the others one below it', () => {
  const part = { slug: 'big-data' };
  expect(urls.part(part)).toBe('/parts/big-data/');
  expect(urls.part(part, 2)).toBe('/parts/big-data/page/2/');
  expect(urls.book(3)).toBe('/quotes/page/3/');
  expect(pagePath(1)).toBeUndefined();
});

test('a page of an index is named by its letter, and no theme of any name stands there', () => {
  expect(urls.themes()).toBe('/themes/');
  expect(urls.themes('s')).toBe('/themes/letter/s/');
  expect(urls.themes('s', 2)).toBe('/themes/letter/s/page/2/');
  const theme = { slug: 'letter' };
  expect([urls.theme(theme), urls.theme(theme, 2)]).toEqual([
    '/themes/letter/',
    '/themes/letter/page/2/',
  ]);
  expect(isSlug('page')).toBe(false);
});
