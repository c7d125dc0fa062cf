import { describe, expect, test } from 'vitest';
import { buildFacets } from '../../../src/search/facets.ts';
import { atOnce } from './at-once.ts';

const quote = (id: string, source: string) => ({ id, part: 1, theme: id, source, text: id });

test('only the most frequent of many sources are listed', () => {
  const rare = Array.from({ length: 1000 }, (_, at) => quote(`q-${at}`, `Talk ${at}`));
  const quotes = [...rare, quote('one', 'Paper'), quote('two', 'Paper')];
  const facets = atOnce(buildFacets({ parts: [{ number: 1, title: 'Part' }], quotes }));
  const { sources } = facets(quotes.map((_, at) => at));
  expect(sources[0]).toEqual({ value: 'Paper', count: 2 });
  expect(sources).toHaveLength(100);
});

describe('matches are counted', () => {
  const quotes = [
    { ...quote('a', 'Paper'), part: 5 },
    { ...quote('b', 'Talk'), part: 2, person: 'Bo' },
    { ...quote('c', 'Talk'), part: 2 },
    { id: 'd', text: 'd' },
  ];
  const parts = [
    { number: 5, title: '' },
    { number: 2, title: '' },
  ];
  const count = (...found: number[]) =>
    atOnce(buildFacets({ person: 'Ada', parts, quotes }))(found);

  test('by part, in reading order', () => {
    expect(count(0, 1, 2, 3).parts).toEqual([
      { value: 5, count: 1 },
      { value: 2, count: 2 },
    ]);
  });

  test('by source and person, most frequent first', () => {
    expect(count(0, 1, 2, 3).sources).toEqual([
      { value: 'Talk', count: 2 },
      { value: 'Paper', count: 1 },
    ]);
    expect(count(1, 2, 3).people).toEqual([
      { value: 'Ada', count: 2 },
      { value: 'Bo', count: 1 },
    ]);
  });

  test('without values that no match has', () => {
    expect(count(0)).toEqual({
      parts: [{ value: 5, count: 1 }],
      sources: [{ value: 'Paper', count: 1 }],
      people: [{ value: 'Ada', count: 1 }],
    });
  });
});

test('only a limited number of people is listed', () => {
  const quotes = Array.from({ length: 200 }, (_, at) => ({
    id: `${at}`,
    text: '',
    person: `${at}`,
  }));
  const facets = atOnce(buildFacets({ parts: [], quotes }));
  expect(facets(quotes.map((_, at) => at)).people).toHaveLength(100);
});
