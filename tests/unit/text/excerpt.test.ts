import { expect, test } from 'vitest';
import { excerpt } from '../../../src/text/excerpt.ts';

test.each([
  ['a text that fits', 'Moving data.', 'Moving data.'],
  ['paragraphs', 'One.\n\nTwo.', 'One. Two.'],
  ['a text of too many words', 'Moving data, always, is hard.', 'Moving data, always…'],
  ['a word longer than the place', 'x'.repeat(30), `${'x'.repeat(19)}…`],
  ['characters of several units', '👩‍🔬'.repeat(9), '👩‍🔬👩‍🔬👩‍🔬…'],
  [
    'a script without spaces',
    '移动数据的成本很高你总是希望将计算带到数据所在之处',
    '移动数据的成本很高你总是希望将计算带到…',
  ],
])('%s on one line of at most 20', (_, text, cut) => {
  expect(excerpt(text, 20)).toBe(cut);
});

test('keeps no-break spaces, which French typography needs', () => {
  expect(excerpt('«\u00A0Oui\u202F»  dit-il', 100)).toBe('«\u00A0Oui\u202F» dit-il');
});

test('ends in no space, though a narrow one belongs to the word before it', () => {
  expect(excerpt('Où est la vérité\u202F? Au ciel', 20)).toBe('Où est la vérité…');
});
