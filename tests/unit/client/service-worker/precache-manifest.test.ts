import { expect, test } from 'vitest';
import {
  kindOf,
  precacheManifest,
} from '../../../../src/client/service-worker/precache-manifest.ts';

const sizes = (files: Record<string, number>) =>
  Object.entries(files).map(([path, size]) => ({ path, size }));

const site = sizes({
  '404.html': 10,
  '_astro/engine.js': 10,
  'cards/timing.png': 10,
  'embed/timing/index.html': 10,
  'feed.xml': 10,
  'index.html': 10,
  'parts/one/index.html': 10,
  'quotes.json': 10,
  'quotes/index.html': 10,
  'quotes/timing.json': 10,
  'quotes/timing/index.html': 10,
  'print.css': 10,
  'search.json': 10,
  'search/1.json': 10,
  'search/index.html': 10,
  'themes/timing/index.html': 10,
});

test('a collection within the limit is precached without feeds and cards, pages under their addresses', () => {
  expect(precacheManifest(site, 130)).toEqual({
    paths: [
      '404.html',
      '_astro/engine.js',
      '',
      'print.css',
      'search.json',
      'search/1.json',
      'search/',
      'parts/one/',
      'quotes.json',
      'quotes/',
      'quotes/timing.json',
      'quotes/timing/',
      'themes/timing/',
    ],
    incomplete: ['cards/*.png', 'embed/*.html', 'feed.xml'],
  });
});

test('in a large collection the book and its parts come before single quotes', () => {
  const { paths, incomplete } = precacheManifest(site, 100);
  expect(paths.slice(7)).toEqual(['parts/one/', 'quotes.json', 'quotes/']);
  expect(incomplete).toContain('quotes/*.html');
});

test('styles and search are precached whatever their size', () => {
  expect(precacheManifest(site, 0).paths).toHaveLength(7);
});

test.each([
  ['embed/timing/', 'embed/*.html'],
  ['embed/timing', 'embed/*.html'],
  ['embed/timing/index.html', 'embed/*.html'],
  ['cards/square/timing.png', 'cards/*.png'],
  ['quotes/v1.5/', 'quotes/*.html'],
  ['book.epub', 'book.epub'],
  ['about', 'about/*.html'],
  ['', '/*.html'],
])('an address and its file have the same kind: %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});
