import { expect, test } from 'vitest';
import { indexLetter } from '../../../src/text/index-order.ts';
import { groupByLetter, indexPages } from '../../../src/collection/alphabetical-index.ts';

const entries = (...labels: string[]) =>
  labels.map((label) => ({ label, letter: indexLetter(label, 'cs') }));

test('an index that fits on one page has no pages by letter', () => {
  expect(indexPages(entries('Ant', 'Bee'), 2)).toEqual([]);
});

test('a larger index has a page for each letter, and several for a letter with many entries', () => {
  const pages = indexPages(entries('Ant', 'Ape', 'Asp', 'Bee'), 2);
  expect(pages.map(({ letter, slug, page, items }) => [letter, slug, page, ...items])).toEqual([
    ['A', 'a', 1, ...entries('Ant', 'Ape')],
    ['A', 'a', 2, ...entries('Asp')],
    ['B', 'b', 1, ...entries('Bee')],
  ]);
});

test('letters of any script have unique slugs', () => {
  const slugs = groupByLetter(
    entries('Eau', 'Été', 'chléb', 'čaj', 'Дом', 'Ещё', '数学', '1984'),
  ).map(({ letter, slug }) => [letter, slug]);
  expect(slugs).toEqual([
    ['E', 'e'],
    ['CH', 'ch'],
    ['Č', 'u10c'],
    ['Д', 'u414'],
    ['Е', 'u415'],
    ['数', 'u6570'],
    ['#', 'other'],
  ]);
});
