import { expect, test } from 'vitest';
import { findJoinedVerse } from '../../../src/loader/verse.ts';

/** Returns a line of letters that begins with a capital. */
const line = (length: number, first = 'A') => first + 'x'.repeat(length - first.length);

test.each([
  ['Two lines\nThat begin so', 0],
  ['the first in lower case\nThe second not', 0],
  ['roses are red\nviolets are blue\nsugar is sweet', 0],
  ['Prose.\n\nOne\nTwo', 8],
  ['A space is no break \nAs two are', 0],
  ['Two  spaces inside\nAre none', 0],
  [`${line(56)}\n${line(56)}`, 0],
  [`${line(49)}\n${line(60, 'Abcdefghij ')}`, 0],
  [`${line(60)}\nWords\nOther words`, 0],
  [`Short\n${line(112, 'Abcdefghij ')}`, 0],
])('verse that Markdown would join is found: %j', (markdown, index) => {
  expect(findJoinedVerse(markdown)).toBe(index);
});

test.each([
  'One line',
  'Lines with\\\nA backslash',
  'Lines with  \nTwo spaces',
  'prose that goes\non in lower case',
  'Prose that goes\n  on, indented',
  'one\\\ntwo\nthree',
  'one\\\ntwo\nthree\nfour',
  `${line(57)}\n${line(57)}`,
  `${line(50)}\n${line(60, 'Abcdefghij ')}`,
  `${line(60)}\nWords\nother words`,
  `Short\n${line(113, 'Abcdefghij ')}`,
])('prose, and verse with hard breaks, is not found: %j', (markdown) => {
  expect(findJoinedVerse(markdown)).toBeUndefined();
});
