import { expect, test } from 'vitest';
import { isSlug } from '../../../src/text/slug.ts';
import { createUrls, pagePath } from '../../../src/collection/urls.ts';

const urls = createUrls('/');

test('the first page of a list has its address, further pages are below it', () => {
  const part = { slug: 'big-data' };
  expect(urls.part(part)).toBe('/parts/big-data/');
  expect(urls.part(part, 2)).toBe('/parts/big-data/page/2/');
  expect(urls.book(3)).toBe('/quotes/page/3/');
  expect(pagePath(1)).toBeUndefined();
});

test('a page of an index is below its letter, where no label can have a page', () => {
  expect(urls.page('themes')).toBe('/themes/');
  expect(urls.page('themes', 1, 's')).toBe('/themes/letter/s/');
  expect(urls.page('themes', 2, 's')).toBe('/themes/letter/s/page/2/');
  expect(urls.page('themes/letter', 2)).toBe('/themes/letter/page/2/');
  expect(isSlug('page')).toBe(false);
});
