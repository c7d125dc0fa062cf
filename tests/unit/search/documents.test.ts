import { expect, test } from 'vitest';
import { searchData, searchManifest } from '../../../src/search/documents.ts';
import { collectionOf } from '../collection/quotes.ts';

test('what is searched names persons once and subjects only where the text lacks their words', () => {
  const collection = collectionOf(
    { one: 'Spark streams.', two: 'The RAY system.', three: 'Neither.' },
    { 'Apache Spark': ['Spark'], Ray: ['Ray', 'RAY'] },
  );
  collection.quotes[1]!.person = 'Another';
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
