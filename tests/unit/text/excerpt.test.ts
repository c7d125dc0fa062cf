import { expect, test } from 'vitest';
import { excerpt } from '../../../src/text/excerpt.ts';

test.each([
  ['a text that fits', 'Moving data.', 'Moving data.'],
  ['paragraphs', 'One.\n\nTwo.', 'One. Two.'],
  ['a text that is too long', 'Moving data, always, is hard.', 'Moving data, always…'],
  ['a word that is too long', 'x'.repeat(30), `${'x'.repeat(19)}…`],
  ['a text of characters with several code units', '👩‍🔬'.repeat(9), '👩‍🔬👩‍🔬👩‍🔬…'],
  [
    'a script without spaces',
    '移动数据的成本很高你总是希望将计算带到数据所在之处',
    '移动数据的成本很高你总是希望将计算带到…',
  ],
])('%s becomes one line of at most 20 characters', (_, text, cut) => {
  expect(excerpt(text, 20)).toBe(cut);
});

test('no-break spaces, which French typography needs, are kept', () => {
  expect(excerpt('«\u00A0Oui\u202F»  dit-il', 100)).toBe('«\u00A0Oui\u202F» dit-il');
});

test('there is no space before the ellipsis, not even a narrow one', () => {
  expect(excerpt('Où est la vérité\u202F? Au ciel', 20)).toBe('Où est la vérité…');
});
