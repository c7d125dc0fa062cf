import { expect, test } from 'vitest';
import { buildFacets } from '../../../src/search/facets.ts';
import { atOnce } from './at-once.ts';

const quote = (id: string, source: string) => ({ id, part: 1, theme: id, source, text: id });

test('of many sources the most frequent are offered, and not more than a reader looks through', () => {
  const rare = Array.from({ length: 1000 }, (_, at) => quote(`q-${at}`, `Talk ${at}`));
  const quotes = [...rare, quote('one', 'Paper'), quote('two', 'Paper')];
  const facets = atOnce(buildFacets({ parts: [{ number: 1, title: 'Part' }], quotes }));
  const { sources } = facets(quotes.map((_, at) => at));
  expect(sources[0]).toEqual({ value: 'Paper', count: 2 });
  expect(sources).toHaveLength(100);
});
