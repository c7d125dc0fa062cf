import fc from 'fast-check';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/loader/markdown.ts';

const parser = remark().use(remarkFrontmatter);
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

test('a file is read as the parser reads it, however plain', () => {
  const fields = fc.constantFrom(
    'a: 1',
    'a: 1\nb: x --- y',
    '',
    '---',
    'a: 1\n--- ',
    'a: 1\n\nb: 2',
  );
  const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fields, body, (yaml, text) => {
      const markdown = `---\n${yaml}\n---\n\n${text}\n`;
      expect(parseMarkdown(markdown).children).toEqual(parser.parse(markdown).children);
    }),
    { numRuns: 2000 },
  );
});
