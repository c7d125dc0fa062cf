import { expect, test } from 'vitest';
import { searchData, searchManifest, searchShards } from '../../../src/search/documents.ts';
import { collectionOf } from '../collection/quotes.ts';

test('what is searched names persons once and subjects only where the text lacks their words', () => {
  const collection = collectionOf(
    { one: 'Spark streams.', two: 'The RAY system.', three: 'Neither.' },
    { 'Apache Spark': ['Spark'], Ray: ['Ray', 'RAY'] },
  );
  collection.quotes[1]!.person = { name: 'Another', slug: 'another', quotes: [] };
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

test('what the browser asks for first names the person of a large collection too', () => {
  const large = collectionOf({ one: 'word '.repeat(100_000) });
  expect(searchManifest(searchData(large))).toMatchObject({ person: 'A person', quotes: [] });
});

const document = (id: string, part: number, text: string) => {
  return { id, part, theme: id, source: 'Paper', text };
};

test('the shards of a large part are bounded and hold its quotes in order', () => {
  const quotes = Array.from({ length: 100 }, (_, at) =>
    document(`q-${at}`, 1, 'word '.repeat(2000)),
  );
  const data = { parts: [{ number: 1, title: 'Part' }], quotes };
  const shards = searchShards(data);
  expect(shards.map(({ name }) => name)).toEqual(['1', '1-2', '1-3', '1-4']);
  expect(shards.flatMap((shard) => shard.quotes)).toEqual(quotes);
  expect(searchManifest(data).shards).toEqual(shards.map(({ name }) => `/search/${name}.json`));
});

test('parts without quotes have no shard', () => {
  const parts = [1, 2].map((number) => ({ number, title: `Part ${number}` }));
  const quotes = [document('one', 2, 'word '.repeat(100_000))];
  expect(searchShards({ parts, quotes }).map(({ name }) => name)).toEqual(['2']);
});
