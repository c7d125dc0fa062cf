import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../../../src/collection/assemble.ts';
import type { CollectionConfig, Collection, QuoteEntry } from '../../../src/collection/model.ts';
import { relations } from '../../../src/collection/related.ts';
import { slugger } from '../../../src/text/slug.ts';
import { read as readPrintedNotes } from '../../../src/import/formats/printed-notes.ts';
import { collectionOf } from './quotes.ts';

function nearest(collection: Collection, id: string, count = 3): string[] {
  const quote = collection.quotes.find((candidate) => candidate.id === id)!;
  return relations(collection)
    .nearest([quote], count)
    .map((other) => other.id);
}

/** Adds many unrelated quotes, because in a small collection every word is common. */
function amongOthers(texts: Record<string, string>, subjects: Record<string, string[]> = {}) {
  return collectionOf({ ...texts, ...numbered('other', 50, 'Word') }, subjects);
}

/** Texts that each end with a unique word. */
function numbered(id: string, length: number, text: string): Record<string, string> {
  const indexes = Array.from({ length }, (_, index) => index);
  return Object.fromEntries(indexes.map((index) => [`${id}-${index}`, `${text}${index}.`]));
}

describe('the quotes nearest to one', () => {
  test('share a subject with it, the rarest first', () => {
    const collection = amongOthers(
      { a: 'Ray and AI.', b: 'Maps.', c: 'AI alone.', d: 'AI, too.', e: 'Ray alone.' },
      { Ray: ['Ray'], AI: ['AI'] },
    );
    expect(nearest(collection, 'a')).toEqual(['e', 'd', 'c']);
  });

  test('share several words with it in any form, not counting stop words', () => {
    const collection = amongOthers({
      a: 'Moving storage to compute is something that we should all do today.',
      b: 'Rain.',
      c: 'Something that we should all do today is wait.',
      d: 'Snow.',
      e: 'Compute moves towards storage.',
    });
    expect(nearest(collection, 'a')).toEqual(['e']);
  });

  test('do not include quotes that share only one word', () => {
    const collection = amongOthers({ a: 'A murder mystery.', b: 'Rain.', c: 'Murder by frost.' });
    expect(nearest(collection, 'a')).toEqual([]);
  });

  test('do not include quotes that share only one frequent subject, but those that share two', () => {
    const collection = amongOthers(
      {
        ...numbered('many', 5, 'Ray, AI, many'),
        ...numbered('one', 5, 'Ray, one'),
        a: 'Ray and AI, all told.',
      },
      { Ray: ['Ray'], AI: ['AI'] },
    );
    expect(nearest(collection, 'a', 20).every((id) => id.startsWith('many-'))).toBe(true);
    expect(nearest(collection, 'a')).toHaveLength(3);
  });

  test('are never its neighbours in reading order', () => {
    const collection = amongOthers(
      { a: 'Ray.', b: 'Ray!', c: 'Ray?', d: 'Rain.', e: 'Ray…' },
      { Ray: ['Ray'] },
    );
    expect(nearest(collection, 'b')).toEqual(['e']);
  });

  test('are found for several quotes, and never include one of these', () => {
    const collection = amongOthers(
      { a: 'Ray.', b: 'Snow.', c: 'Ray!', d: 'Rain.', e: 'Ray…' },
      { Ray: ['Ray'] },
    );
    const { quotes } = collection;
    const near = relations(collection).nearest([quotes[0]!, quotes[2]!], 3);
    expect(near.map(({ id }) => id)).toEqual(['e']);
  });

  test('are found in other scripts', () => {
    const collection = amongOthers({
      a: 'Перемещать данные дорого.',
      b: 'Дождь.',
      c: 'Данные дорого хранить.',
    });
    expect(nearest(collection, 'a')).toEqual(['c']);
  });

  test('are none in a collection of one quote', () => {
    expect(nearest(collectionOf({ a: 'Alone.' }), 'a')).toEqual([]);
  });
});

describe('in the first collection', () => {
  const fixture = parse(readFileSync('tests/fixtures/related.yaml', 'utf8')) as {
    subjects: CollectionConfig['subjects'];
    friends: [string, string][];
    'false friends': [string, string][];
  };
  const notes = readPrintedNotes({
    name: '',
    text: readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8'),
  });
  const idFor = slugger('en');
  const parts = notes.parts.map((part) => ({ ...part, slug: idFor(part.title) }));
  const entries = notes.items.map(({ theme, source, text, part }, order): QuoteEntry => ({
    id: idFor(theme!),
    part: part as number,
    theme: theme!,
    source: source!,
    order,
    paragraphs: [],
    text,
    aliases: [],
    status: 'attributed',
  }));
  const config = { title: '', person: '', lang: 'en', introduction: [], parts };
  const collection = assemble({ ...config, subjects: fixture.subjects }, entries);

  const pairIn = (pairs: [string, string][]) => {
    const both = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
    return ({ id, near }: { id: string; near: string }) => both.has(`${id} ${near}`);
  };
  const areFriends = pairIn(fixture.friends);
  const areFalse = pairIn(fixture['false friends']);
  const { nearest: nearestTo } = relations(collection);
  const suggested = collection.quotes.flatMap((quote) =>
    nearestTo([quote], 3).map((other) => ({ id: quote.id, near: other.id })),
  );

  test('every pair has been labelled by a reader', () => {
    expect(suggested.filter((pair) => !areFriends(pair) && !areFalse(pair))).toEqual([]);
  });

  test('a critical reader calls seven of ten suggested related', () => {
    expect(suggested.filter(areFriends).length / suggested.length).toBeGreaterThanOrEqual(0.7);
  });

  test('three of four quotes have a related one, and most of the others show none', () => {
    const befriended = new Set(suggested.filter(areFriends).map(({ id }) => id));
    expect(befriended.size).toBeGreaterThanOrEqual(56);
    const misled = new Set(suggested.map(({ id }) => id)).difference(befriended);
    expect(misled.size).toBeLessThanOrEqual(5);
  });
});

test('relating ten thousand quotes takes less than the time limit of a test', () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index.toString(36)}`);
  const texts = Array.from({ length: 10_000 }, (_, index) => [
    `quote-${index}`,
    Array.from(
      { length: 30 },
      (_, position) => words[(index * 31 + position * position * 7) % 3000],
    ).join(' '),
  ]);
  const collection = collectionOf(Object.fromEntries(texts) as Record<string, string>);
  const { nearest } = relations(collection);
  const near = collection.quotes.map((quote) => nearest([quote], 3));
  expect(near).toHaveLength(10_000);
});
