import { describe, expect, test } from 'vitest';
import {
  buildDictionary,
  EXACT_THRESHOLD,
  type LookupOptions,
} from '../../../src/search/term-dictionary.ts';
import { atOnce } from './at-once.ts';

const dictionaryOf = (...terms: string[]) => atOnce(buildDictionary(terms));
const finished: LookupOptions = { isPrefix: false };
const typing: LookupOptions = { isPrefix: true };

/** The terms that resemble a word, most similar first. */
function like(word: string, options: LookupOptions, ...terms: string[]): string[] {
  const { lookup } = dictionaryOf(...terms);
  return lookup(word, options).map(({ term }) => terms[term]!);
}

/** The similarity of a term and a word. */
const similarity = (word: string, term: string, options = finished): number =>
  dictionaryOf(term).lookup(word, options)[0]?.similarity ?? 0;

test('the same word comes first, then its forms, then longer words, then misspelt ones', () => {
  const terms = ['marked', 'market', 'marks', 'mark', 'park'];
  expect(like('mark', typing, ...terms)).toEqual(['mark', 'marked', 'marks', 'market', 'park']);
});

describe('a word that is the prefix of another', () => {
  test('is an exact match while it is typed, and a close one when it is finished', () => {
    expect(similarity('hard', 'hardware', typing)).toBeGreaterThanOrEqual(EXACT_THRESHOLD);
    expect(similarity('hard', 'hardware')).toBeLessThan(EXACT_THRESHOLD);
    expect(similarity('hard', 'hardware')).toBeGreaterThan(0);
  });

  test('needs three letters when it is finished, and one while it is typed', () => {
    expect(like('har', finished, 'hardware')).toEqual(['hardware']);
    expect(like('ha', finished, 'hardware')).toEqual([]);
    expect(like('ha', typing, 'hardware')).toEqual(['hardware']);
  });
});

describe('a misspelt word', () => {
  test.each([
    ['ct', 'cat', 0],
    ['cxt', 'cat', 1],
    ['cxx', 'cat', 0],
    ['raxn', 'rain', 1],
    ['raxx', 'rain', 0],
    ['brigxt', 'bright', 1],
    ['brixxt', 'bright', 2],
    ['brixxx', 'bright', 0],
    ['mountxxns', 'mountains', 2],
    ['mountxxxs', 'mountains', 0],
    ['lighthxxxes', 'lighthouses', 3],
    ['lighthxxxxs', 'lighthouses', 0],
  ])('%s is %s with %d errors', (word, term, errors) => {
    expect(dictionaryOf(term).lookup(word, finished)[0]?.errors ?? 0).toBe(errors);
  });

  test('is less similar with more errors than its length allows', () => {
    const drop = similarity('mountxins', 'mountains') - similarity('mountxxns', 'mountains');
    expect(similarity('brigxt', 'bright') - similarity('brixxt', 'bright')).toBeGreaterThan(drop);
  });

  test('is less similar with another first letter', () => {
    expect(similarity('xright', 'bright')).toBeLessThan(similarity('brigxt', 'bright'));
  });

  test('is less similar if it is short', () => {
    expect(similarity('raxn', 'rain')).toBeLessThan(similarity('brigxt', 'bright'));
  });

  test('can be a prefix from five letters on', () => {
    expect(like('brxgh', typing, 'brightness')).toEqual(['brightness']);
    expect(like('brxg', typing, 'brightness')).toEqual([]);
    expect(like('brxgh', finished, 'brightness')).toEqual([]);
  });

  test('is not found if only exact matches are wanted', () => {
    expect(like('brigxt', { isPrefix: false, exactOnly: true }, 'bright')).toEqual([]);
  });
});

test.each([
  ['a number', '1998', '1999'],
  ['a word with a number', 'mp3s', 'mp4s'],
  ['a pair of letters of a script without spaces', '千里', '千足'],
])('%s is not treated as misspelt', (_, word, term) => {
  expect(like(word, finished, term)).toEqual([]);
});

test('a letter that is a word is not a prefix', () => {
  expect(like('c', typing, 'c', 'cat')).toEqual(['c']);
  expect(like('c', typing, 'cat')).toEqual(['cat']);
});

test('results are cached for each word and each set of options', () => {
  const { lookup } = dictionaryOf('hardware', 'hurdle');
  const answers = () =>
    [typing, finished, { isPrefix: false, exactOnly: true }].map(
      (options) => lookup('hardle', options).length + lookup('hard', options).length,
    );
  const first = answers();
  expect(new Set(first).size).toBeGreaterThan(1);
  expect(answers()).toEqual(first);
});

test('only terms have an id', () => {
  const { id, terms } = dictionaryOf('rain', 'sun');
  expect(terms[id('sun')!]).toBe('sun');
  expect(id('snow')).toBeUndefined();
});
