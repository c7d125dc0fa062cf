import { expect, test } from 'vitest';
import { coverOf } from '../../../../src/outputs/cards/cover.ts';
import { collectionOf } from '../collection.ts';

const latin = (_: string, character: string) => character < '\u0370' || character === '’';

test('the cover says title and person, set in type, and has a line for each quote', () => {
  const collection = collectionOf({ text: 'Twelve marks' }, { title: "Ion's Lessons" });
  expect(coverOf(collection, latin)).toEqual({
    title: 'Ion’s Lessons',
    person: 'Ion Stoica',
    direction: 'ltr',
    face: 'sans',
    lines: [{ position: 1, length: 12 }],
  });
});

test('the cover of a collection runs as its language does', () => {
  expect(coverOf(collectionOf({}, { lang: 'he' }), latin).direction).toBe('rtl');
});

test('a title that the fonts cannot draw stays away', () => {
  expect(coverOf(collectionOf({}, { title: 'Мысли' }), latin).title).toBe('');
});

test('of thousands of quotes only so many have a line as can be told apart', () => {
  const { quotes, ...about } = collectionOf();
  const many = { ...about, quotes: Array.from({ length: 5000 }, () => quotes[0]) };
  expect(coverOf(many, latin).lines.length).toBeLessThanOrEqual(90);
});
