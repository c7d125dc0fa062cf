import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { createFuzzyLookup } from '../../../src/search/fuzzy-lookup.ts';
import { seed } from './seed.ts';

describe('a misspelt word', () => {
  const terms = ['murder', 'hadoop', 'spark', 'misconfigure', 'infinite', 'stagnation'];
  const find = createFuzzyLookup(terms);
  const found = (word: string, isPrefix: boolean, maxErrors: number) =>
    find(word, isPrefix, maxErrors).map(({ term, errors }) => `${terms[term]!} ${errors}`);

  test.each([
    ['a letter missing', 'hadop', 1, ['hadoop 1']],
    ['a letter wrong', 'murdar', 1, ['murder 1']],
    ['a letter added', 'sparkk', 1, ['spark 1']],
    ['two neighbours swapped', 'mruder', 1, ['murder 1']],
    ['twice two neighbours swapped', 'stagantoin', 2, ['stagnation 2']],
    ['no errors', 'spark', 2, []],
    ['the end of another word', 'figure', 2, []],
    ['more errors than are allowed', 'mxrdxr', 1, []],
  ])('with %s: %s', (_, word, maxErrors, expected) => {
    expect(found(word, false, maxErrors)).toEqual(expected);
  });

  test('may be the start of a term while it is typed', () => {
    expect(found('misconfg', true, 1)).toEqual(['misconfigure 1']);
    expect(found('misconfg', false, 1)).toEqual([]);
  });
});

test('without Fuse, at least 30 of 100 misspelt queries lose their right first answer', async () => {
  const files = ['queries.yaml', 'queries-second-reader.yaml', 'queries-third-reader.yaml'];
  const queries = files
    .map((file) => readFileSync(`tests/fixtures/search/${file}`, 'utf8'))
    .flatMap((text) =>
      Object.entries(parse(text) as Record<string, { q: string; first: string }[]>),
    )
    .filter(([kind]) => kind.includes('typo'))
    .flatMap(([, labelled]) => labelled);
  const rightFirst = async () => {
    vi.resetModules();
    const { createEngine } = await import('./at-once.ts');
    const engine = createEngine(seed());
    const right = queries.filter(({ q, first }) =>
      [first].flat().includes(engine.search(q).hits[0]?.document.id ?? ''),
    );
    return right.length / queries.length;
  };

  const withFuse = await rightFirst();
  vi.doMock('fuse.js', () => ({
    default: class {
      search = () => [];
    },
  }));
  const withoutFuse = await rightFirst();
  vi.doUnmock('fuse.js');
  // Test files share their modules.
  vi.resetModules();
  expect(withFuse).toBeGreaterThanOrEqual(0.98);
  expect(withFuse - withoutFuse).toBeGreaterThanOrEqual(0.3);
});
