import { expect, test } from 'vitest';
import { searchData, searchManifest, searchShards } from '../../../src/search/documents.ts';
import { collectionOf } from '../collection/quotes.ts';

test('search data lists only persons other than the collection’s, and subjects only if the text lacks their words', () => {
  const collection = collectionOf(
    { one: 'Spark streams.', two: 'The RAY system.', three: 'Neither.' },
    { 'Apache Spark': ['Spark'], Ray: ['Ray', 'RAY'] },
  );
  collection.quotes[1]!.person = { label: 'Another', slug: 'another', quotes: [] };
  const document = { part: 1, source: expect.any(String) as string };
  expect(searchData(collection)).toEqual({
    title: 'A book',
    person: 'A person',
    parts: [{ number: 1, title: 'The part' }],
    quotes: [
      {
        ...document,
        id: 'one',
        theme: 'On one',
        text: 'Spark streams.',
        subjects: ['Apache Spark'],
      },
      { ...document, id: 'two', theme: 'On two', text: 'The RAY system.', person: 'Another' },
      { ...document, id: 'three', theme: 'On three', text: 'Neither.' },
    ],
  });
});

test('the manifest of a large collection has its person too', () => {
  const large = collectionOf({ one: 'word '.repeat(100_000) });
  expect(searchManifest(searchData(large))).toMatchObject({ person: 'A person', quotes: [] });
});

test('search words of subjects are listed with their quotes unless the text contains them', () => {
  const collection = collectionOf({ one: 'AWS is large.', two: 'Neither.' }, { AWS: ['AWS'] });
  collection.quotes[0]!.searchWords = ['Amazon', 'AWS'];
  expect(searchData(collection).quotes.map(({ subjects }) => subjects)).toEqual([
    ['Amazon'],
    undefined,
  ]);
});

test('the shards of a large collection are limited in size and contain its quotes in order', () => {
  const quotes = Array.from({ length: 100 }, (_, at) => {
    return { id: `q-${at}`, text: 'word '.repeat(2000) };
  });
  const data = { parts: [], quotes };
  const shards = searchShards(data);
  expect(shards.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  expect(shards.flatMap(({ items }) => items)).toEqual(quotes);
  expect(searchManifest(data).shards).toEqual(shards.map(({ page }) => `/search/${page}.json`));
});
