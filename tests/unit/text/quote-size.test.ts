import { expect, test } from 'vitest';
import { quoteSize } from '../../../src/text/quote-size.ts';

test('a longer quote is never set larger', () => {
  const sizes = [1, 70, 71, 150, 290, 500, 501, 20_000].map((length) =>
    quoteSize('x '.repeat(length / 2).padEnd(length)),
  );
  expect(sizes).toEqual([
    'step-1',
    'step-1',
    'step-2',
    'step-3',
    'step-6',
    'step-7',
    'step-8',
    'step-8',
  ]);
});

test('a long word, of any script, is known from many short ones', () => {
  expect(quoteSize('Datenschutzgrundverordnung.')).toBe('step-1 long-words');
  expect(quoteSize('A word-by-word, letter-by-letter reading/writing.')).toBe('step-1');
  expect(quoteSize('月日は百代の過客にして、行かふ年も又旅人也。')).toBe('step-1');
});
