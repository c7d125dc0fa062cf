import fc from 'fast-check';
import { remark } from 'remark';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/loader/markdown.ts';

const parser = remark();
const piece = fc.constantFrom(
  ...[
    'A',
    'é',
    '7',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '.',
    ',',
    ':',
    '-',
    '---',
    '(',
    ')',
    '"',
    '’',
    '—',
    '/',
  ],
  ...[
    '*',
    '_',
    '`',
    '#',
    '>',
    '<',
    '&',
    '[',
    ']',
    '!',
    '1. ',
    '- ',
    '+',
    '=',
    '|',
    '~',
    '\\',
    '\t',
  ],
);

test('the shortcut for plain documents gives the same tree as the parser', () => {
  const blank = fc.constantFrom('', '\n', '   \n      \n\n', '\n\n    ');
  const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(blank, body, (head, text) => {
      const markdown = `${head}${text}\n`;
      expect(parseMarkdown(markdown).children).toEqual(parser.parse(markdown).children);
    }),
    { numRuns: 2000 },
  );
});
