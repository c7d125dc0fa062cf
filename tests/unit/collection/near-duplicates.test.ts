import { describe, expect, test } from 'vitest';
import {
  findSimilar,
  findNearDuplicates,
  findSameLabels,
  findSameNames,
  createTextMatcher,
} from '../../../src/collection/near-duplicates.ts';

function kindsOf(...texts: string[]) {
  return findNearDuplicates(texts.map((text) => ({ text }))).map(({ quote, other, kind }) => [
    kind,
    texts.indexOf(quote.text),
    texts.indexOf(other.text),
  ]);
}

const long = 'Moving data is expensive. You always want to bring the compute to the data.';

test('the nearest text shares half of the shingles, or one contains the other', () => {
  const quotes = [{ text: long }, { text: 'Speed of thought is a feature.' }];
  const nearest = createTextMatcher(quotes, 0.5);
  expect(nearest(long.replace('always', 'often'))).toBe(quotes[0]);
  expect(nearest('You always want to bring the cloud to the people.')).toBeUndefined();
  expect(nearest('You always want to bring the compute')).toBe(quotes[0]);
  expect(nearest('Speed.')).toBeUndefined();
});

describe('quotes are similar', () => {
  test.each([
    ['a comma', 'Moving data is expensive; you always want to bring, the compute to the data'],
    ['quotation marks', `“${long}”`],
    ['case', long.toUpperCase()],
    ['a dash and spaces', long.replace('. ', ' —\u00A0')],
  ])('if they differ only in %s', (_, other) => {
    expect(kindsOf(long, other)).toEqual([['marks', 1, 0]]);
  });

  test('if they differ only in an apostrophe', () => {
    expect(kindsOf("It isn't so.", 'It isn’t so.', 'It isnt so!')).toHaveLength(2);
  });

  test('if one contains the other, at any position', () => {
    expect(kindsOf('bring the compute to the data', long)).toEqual([['inside', 0, 1]]);
    expect(kindsOf(long, 'You always want to bring the compute')).toEqual([['inside', 1, 0]]);
    expect(kindsOf('移動資料是很昂貴的事情。', '他說：移動資料是很昂貴的事情，總是。')).toEqual([
      ['inside', 0, 1],
    ]);
  });

  test('if one word differs', () => {
    expect(kindsOf(long, long.replace('expensive', 'costly'))).toEqual([['near', 1, 0]]);
  });
});

test.each([
  ['a few words in common', [long, 'Moving data is cheap. You never want to bring the network.']],
  ['too few words', ['Data moves.', 'He said: data moves.']],
  ['part of a word', ['an open source system', 'a human open source systematic view']],
  ['only punctuation', ['…', '—']],
])('quotes are not similar because of %s', (_, texts) => {
  expect(kindsOf(...texts)).toEqual([]);
});

test('the quotes that a new text resembles are found', () => {
  const quotes = [{ text: long }, { text: 'Something else entirely is said.' }];
  expect(findSimilar(long.replace('.', ','), quotes)).toEqual([quotes[0]]);
});

test('ten thousand quotes are compared well before a test times out', () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
  const quotes = Array.from({ length: 10_000 }, (_, quote) => {
    const rest = Array.from({ length: 30 }, (_, at) => words[(quote * 7919 + at * at * 31) % 3000]);
    return { text: `The opening that they all share: ${rest.join(' ')}.` };
  });
  expect(findNearDuplicates(quotes).every(({ kind }) => kind !== 'inside')).toBe(true);
});

describe('labels are the same', () => {
  test('if they differ only in case, punctuation and spaces', () => {
    expect(findSameLabels(['On AI safety', 'On A.I. Safety', 'On AI-safety', 'On AI'])).toEqual([
      { label: 'On A.I. Safety', other: 'On AI safety' },
      { label: 'On AI-safety', other: 'On AI safety' },
    ]);
    expect(findSameLabels(['Sur la côte', 'Sur la cote', 'On x', 'On x'])).toEqual([]);
  });
});

describe('names may be the same', () => {
  test.each([
    ['Spark Summit', 'spark summit'],
    ['Weights & Biases', 'Weights and Biases'],
    ['Café Müller', 'Cafe Muller'],
    ['Databricks Blog', 'Databriks Blog'],
    ['Databricks Blog', 'Databirkcs Blog'.replace('irkc', 'irck')],
    ['AMPLab Papers', 'AMPLab Paper'],
    ['Ray Paper (OSDI)', 'Ray Paper, OSDI'],
  ])('%s, %s', (one, other) => {
    expect(findSameNames([one, other])).toEqual([{ label: other, other: one }]);
  });

  test.each([
    ['Spark Summit', 'Spark Summit East'],
    ['Databricks Origins', 'Databricks Founders'],
    ['Ray Summit 2021', 'Ray Summit 2022'],
    ['Henry IV', 'Henry VI'],
    ['Volume XII', 'Volume XIII'],
    ['Letter to A', 'Letter to B'],
    ['Blog of Mark', 'Blog of Mary'],
    ['USENIX ATC', 'USENIX NSDI'],
    ['Ada to Bob', 'Bob to Ada'],
    ['論語', '論文'],
    ['C', 'C++'],
    ['…', '—'],
  ])('but not %s, %s', (one, other) => {
    expect(findSameNames([one, other])).toEqual([]);
  });
});
