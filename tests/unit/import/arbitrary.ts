import fc from 'fast-check';
import { findForbiddenCharacter, isBlank } from '../../../src/text/forbidden-characters.ts';

/** Syntax of Markdown, YAML and notes. */
const marks = [
  ...[' ', '  ', '"', ': ', ' - ', '—', 'Source: ', '" — Source: ', ': "', 'Part 1: ', '- ', '1. '],
  ...[
    '# ',
    '*',
    '_',
    '`',
    '\\',
    '<',
    '&amp;',
    '[^1]',
    '](x)',
    '![',
    '|',
    '--|--',
    '~~~',
    '===',
    '<!--',
  ],
  ...[
    "'",
    '{',
    '}',
    '%',
    '@',
    ',',
    '#',
    'null',
    '0x1',
    '~',
    '!tag',
    '*a',
    '&a',
    '<<',
    '---',
    '...',
  ],
  ...[
    'https://a.example',
    'a@b.example',
    'é',
    'e\u0301',
    'שלום',
    '漢字',
    '👩‍🔬',
    '\u00A0',
    '\u00AD',
    '\t',
  ],
];

/** A line of anything that a field may contain, without white space around it. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join('').trim())
  .filter(
    (text) => !isBlank(text) && !findForbiddenCharacter(text) && !/[\n\r\u2028\u2029]/u.test(text),
  );

const word = fc.stringMatching(/^[a-zà-öø-ý]{2,8}$/u);

/** A plain sentence of several words. */
export const sentence: fc.Arbitrary<string> = fc
  .array(word, { minLength: 4, maxLength: 12 })
  .map((words) => `${words.join(' ').replace(/^./u, (letter) => letter.toUpperCase())}.`);

/** A name or title: capitalized words without “By”, which is not part of a name. */
export const name: fc.Arbitrary<string> = fc
  .array(
    word.filter((each) => each !== 'by'),
    { minLength: 2, maxLength: 3 },
  )
  .map((words) => words.map((each) => each.replace(/^./u, (c) => c.toUpperCase())).join(' '));
