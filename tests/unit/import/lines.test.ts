import { describe, expect, test } from 'vitest';
import {
  beginsQuote,
  closesLater,
  isHeading,
  isRule,
  isWrapped,
  parseLine,
} from '../../../src/import/lines.ts';

describe('a line', () => {
  test.each([
    ['  ## A title ##', { indent: 2, hashes: '##', bullet: '', words: 'A title' }],
    ['# A # b', { hashes: '#', words: 'A # b' }],
    ['# A  ###', { words: 'A' }],
    ['# C#', { words: 'C#' }],
    ['#a', { hashes: '', words: '#a' }],
    ['  * a b ', { indent: 2, hashes: '', bullet: '*', words: 'a b' }],
    ['- # a #', { bullet: '-', words: '# a #' }],
    ['12. a', { bullet: '1.', words: 'a' }],
    ['(30) a', { bullet: '(1)', words: 'a' }],
    ['-', { bullet: '', words: '-' }],
    ['   ', { indent: 3, words: '' }],
    ['', { indent: 0, words: '' }],
  ])('like %j is split into prefix and words', (raw, line) => {
    expect(parseLine(raw)).toMatchObject(line);
  });

  test.each(['---', ' * * * ', '______', '===', '====  '])(
    'like %j is a horizontal rule',
    (line) => {
      expect(isRule(line)).toBe(true);
    },
  );

  test.each(['--', '==', 'a---', '- - a', '=== a', '=-='])(
    'like %j is not a horizontal rule',
    (line) => {
      expect(isRule(line)).toBe(false);
    },
  );

  test('is a heading with one to six number signs, alone or before a space', () => {
    const lines = ['# a', '#', '###### a', '#a', '####### a', 'a # b', ' # a'];
    expect(lines.map(isHeading)).toEqual([true, true, true, false, false, false, false]);
  });

  test('is wrapped if the next word had no room, in a text as wide as editors wrap it', () => {
    const line = (length: number) => 'x'.repeat(length);
    expect(isWrapped(line(57), 'Word', 57)).toBe(true);
    expect(isWrapped(line(56), 'Word', 56)).toBe(false);
    expect(isWrapped(line(118), 'Word', 120)).toBe(true);
    expect(isWrapped(line(119), 'Word', 121)).toBe(false);
    expect(isWrapped(line(52), 'Word', 57)).toBe(false);
    expect(isWrapped(line(53), 'Word', 57)).toBe(true);
  });
});

test.each([
  ['"A quote"', undefined, true],
  ['- words', undefined, true],
  ['words', undefined, false],
  ['"Words that were said." — Ada Lovelace', undefined, true],
  ['Words that were said — Ada Lovelace', undefined, true],
  ['1. A title', '- "A quote"', false],
  ['1. A title', '2. "A quote"', true],
  ['1. A title', '- words', true],
  ['1. A title', '"A quote"', true],
  ['* A title', '- "A quote"', true],
])('%j above %j begins a quote: %s', (line, next, begins) => {
  expect(beginsQuote(parseLine(line), next === undefined ? next : parseLine(next))).toBe(begins);
});

test.each([
  ['"One', ['', 'Two."'], true],
  ['"One', ['', '"Two.', '', '"Three."', '- four'], true],
  ['"One', ['', 'Two', 'Three'], false],
  ['"One', ['', '- Two."'], false],
  ['"One', ['', '## Two', 'Three."'], false],
  ['"One."', ['', 'Two."'], false],
  ['One', ['', 'Two."'], false],
  ['"One', [...Array.from({ length: 11 }, () => 'More'), 'Two."'], true],
  ['"One', [...Array.from({ length: 12 }, () => 'More'), 'Two."'], false],
])('an open quote %j is closed in %j: %s', (open, below, closes) => {
  expect(closesLater(open, ['"One', ...below].map(parseLine), 1)).toBe(closes);
});
