import { expect, test } from 'vitest';
import { abbreviationKey, findAbbreviations } from '../../../src/search/abbreviations.ts';

/** The abbreviations of a text, by the words that a reader may type. */
function found(text: string): Record<string, string> {
  const all = new Map<string, string[]>();
  findAbbreviations(text, all);
  return Object.fromEntries([...all].map(([key, words]) => [key, words.join(' ')]));
}

test.each([
  ['a name before its abbreviation', 'We use hash tables (HTs) daily'],
  ['an abbreviation before its name', 'We use HTs (hash tables) daily'],
])('%s is found in both directions', (_, text) => {
  expect(found(text)).toEqual({
    ht: 'hash tables',
    [abbreviationKey(['hash', 'tables'])]: 'hts',
  });
});

test.each([
  [
    'are skipped if they have no letter in the abbreviation',
    'Department of Energy (DE)',
    'department of energy',
  ],
  ['count if they have one', 'Quality of Service (QoS)', 'quality of service'],
  ['before the name are not part of it', 'of the United Nations (UN)', 'united nations'],
])('stop words %s', (_, text, name) => {
  expect(Object.values(found(text))).toContain(name);
});

test.each([
  ['nothing in parentheses', 'Hash tables HTs'],
  ['a remark in lower case', 'Red ale (ra)'],
  ['one capital', 'Autumn rain (Ar)'],
  ['one letter', 'The Atlantic, A (A)'],
  ['initials of other words', 'Hash tables (XYZ)'],
  ['one more word in parentheses', 'HTs (big hash tables)'],
  ['more letters than words', 'tables (HTs)'],
  ['a parenthesis at the start', '(HTs) are tables'],
  ['capitals only after it', 'hash (hash tables) by IBM'],
])('%s explains nothing: %s', (_, text) => {
  expect(found(text)).toEqual({});
});

test('inflected forms have the same key, but joined words have another', () => {
  expect(abbreviationKey(['hash', 'table'])).toBe(abbreviationKey(['hash', 'tables']));
  expect(abbreviationKey(['hash', 'table'])).not.toBe(abbreviationKey(['hashtable']));
});
