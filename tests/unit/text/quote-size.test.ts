import { expect, test } from 'vitest';
import { quoteSize } from '../../../src/text/quote-size.ts';

test('a longer quote is never set larger', () => {
  const steps = [1, 70, 71, 150, 290, 500, 501, 20_000].map(
    (length) => quoteSize('x '.repeat(length / 2).padEnd(length)).step,
  );
  expect(steps).toEqual([0, 0, 1, 2, 5, 6, 7, 7]);
});

test('a long word is recognized in any script, and is not confused with several short ones', () => {
  const hasLongWords = (text: string) => quoteSize(text).hasLongWords;
  expect(hasLongWords('Datenschutzgrundverordnung.')).toBe(true);
  expect(hasLongWords('A word-by-word, letter-by-letter reading/writing.')).toBe(false);
  expect(hasLongWords('月日は百代の過客にして、行かふ年も又旅人也。')).toBe(false);
});
