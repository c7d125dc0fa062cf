import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../../../src/collection/assemble.ts';
import type { About, Collection, QuoteEntry } from '../../../src/collection/model.ts';
import { relations } from '../../../src/collection/related.ts';
import { slugger } from '../../../src/collection/slug.ts';
import { parseNotes } from '../../../src/notes/parse.ts';
import { collectionOf } from './quotes.ts';

function nearest(collection: Collection, id: string, count = 3): string[] {
  const quote = collection.quotes.find((candidate) => candidate.id === id)!;
  return relations(collection)
    .nearest([quote], count)
    .map((other) => other.id);
}

describe('the quotes nearest to one', () => {
  test('share a subject with it, the rarer the nearer', () => {
    const collection = collectionOf(
      {
        a: 'Ray and AI.',
        b: 'Maps.',
        c: 'AI alone.',
        d: 'AI, too.',
        e: 'Ray alone.',
        f: 'Tables.',
      },
      { Ray: ['Ray'], AI: ['AI'] },
    );
    expect(nearest(collection, 'a')).toEqual(['e', 'd', 'c']);
  });

  test('share words with it in any form, not those that say little', () => {
    const collection = collectionOf({
      a: 'Moving storage to compute is something that we should all do today.',
      b: 'Rain.',
      c: 'Something that we should all do today is wait.',
      d: 'Snow.',
      e: 'Compute moves towards storage.',
    });
    expect(nearest(collection, 'a')).toEqual(['e']);
  });

  test('are not found by a single word in common', () => {
    const collection = collectionOf({ a: 'A murder mystery.', b: 'Rain.', c: 'Murder by frost.' });
    expect(nearest(collection, 'a')).toEqual([]);
  });

  test('are never its neighbours in reading order', () => {
    const collection = collectionOf(
      { a: 'Ray.', b: 'Ray!', c: 'Ray?', d: 'Rain.', e: 'Ray…', f: 'Snow.', g: 'Ice.', h: 'Fog.' },
      { Ray: ['Ray'] },
    );
    expect(nearest(collection, 'b')).toEqual(['e']);
  });

  test('are found for several at once, never one of them', () => {
    const collection = collectionOf(
      { a: 'Ray.', b: 'Snow.', c: 'Ray!', d: 'Rain.', e: 'Ray…', f: 'Fog.', g: 'Ice.' },
      { Ray: ['Ray'] },
    );
    const { quotes } = collection;
    const near = relations(collection).nearest([quotes[0]!, quotes[2]!], 3);
    expect(near.map(({ id }) => id)).toEqual(['e']);
  });

  test('are found in other scripts', () => {
    const collection = collectionOf({
      a: 'Перемещать данные дорого.',
      b: 'Дождь.',
      c: 'Данные дорого хранить.',
    });
    expect(nearest(collection, 'a')).toEqual(['c']);
  });

  test('are none in a collection of one', () => {
    expect(nearest(collectionOf({ a: 'Alone.' }), 'a')).toEqual([]);
  });
});

describe('in the first collection', () => {
  const fixture = parse(readFileSync('tests/fixtures/related.yaml', 'utf8')) as {
    subjects: About['subjects'];
    quotes: Record<string, { related: string[]; never: string[] }>;
  };
  const { notes } = parseNotes(
    readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8'),
  );
  const idFor = slugger();
  const parts = notes!.parts.map((part) => ({ ...part, slug: idFor(part.title) }));
  const entries = parts.flatMap(({ number, quotes }) =>
    quotes.map(({ theme, source, text }, order): QuoteEntry => ({
      id: idFor(theme),
      part: number,
      theme,
      source,
      order,
      paragraphs: [],
      text,
      aliases: [],
      status: 'attributed',
    })),
  );
  const about = { title: '', person: '', lang: 'en', introduction: [], parts };
  const collection = assemble({ ...about, subjects: fixture.subjects }, entries);

  test.each(Object.entries(fixture.quotes))(
    '%s has what a reader would call related',
    (id, label) => {
      const shown = nearest(collection, id);
      expect(shown.filter((other) => label.never.includes(other))).toEqual([]);
      if (label.related.length === 0) expect(shown).toEqual([]);
      else expect(shown.filter((other) => label.related.includes(other))).not.toEqual([]);
    },
  );
});

test('ten thousand quotes are related well before a test times out', () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index.toString(36)}`);
  const texts = Array.from({ length: 10_000 }, (_, index) => [
    `quote-${index}`,
    Array.from({ length: 30 }, (_, place) => words[(index * 31 + place * place * 7) % 3000]).join(
      ' ',
    ),
  ]);
  const collection = collectionOf(Object.fromEntries(texts) as Record<string, string>);
  const { nearest } = relations(collection);
  const near = collection.quotes.map((quote) => nearest([quote], 3));
  expect(near).toHaveLength(10_000);
});
