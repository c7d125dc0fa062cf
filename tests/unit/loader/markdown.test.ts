import fc from 'fast-check';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import {
  findGfmBlocks,
  paragraphNodes,
  parseMarkdown,
  readParagraphs,
  toMarkdown,
  writeMarkdown,
} from '../../../src/loader/markdown.ts';
import { plainText, textKey } from '../../../src/collection/plain-text.ts';
import { line } from '../import/arbitrary.ts';

function read(markdown: string, links = false) {
  return readParagraphs(parseMarkdown(markdown).children, { links });
}

function textOf(markdown: string): string {
  const { paragraphs, problems } = read(markdown);
  expect(problems).toEqual([]);
  return plainText(paragraphs);
}

describe('the paragraphs of a body', () => {
  test('keep emphasis, strong, code and hard breaks', () => {
    expect(read('*a* **b** `c*`\\\nd').paragraphs).toEqual([
      [
        { type: 'emphasis', children: [{ type: 'text', value: 'a' }] },
        { type: 'text', value: ' ' },
        { type: 'strong', children: [{ type: 'text', value: 'b' }] },
        { type: 'text', value: ' ' },
        { type: 'inlineCode', value: 'c*' },
        { type: 'break' },
        { type: 'text', value: 'd' },
      ],
    ]);
  });

  test('join the lines of a paragraph', () => {
    expect(read('one\ntwo').paragraphs).toEqual([[{ type: 'text', value: 'one two' }]]);
  });

  test('keep addresses as plain text', () => {
    expect(textOf('See https://a.example, www.b.example or a@c.example.')).toBe(
      'See https://a.example, www.b.example or a@c.example.',
    );
  });

  test('keep web and mail links only if links are allowed', () => {
    expect(read('[a](https://a.example) [b](mailto:b@c.example)', true)).toEqual({
      problems: [],
      paragraphs: [
        [
          { type: 'link', url: 'https://a.example', children: [{ type: 'text', value: 'a' }] },
          { type: 'text', value: ' ' },
          { type: 'link', url: 'mailto:b@c.example', children: [{ type: 'text', value: 'b' }] },
        ],
      ],
    });
    expect(read('[a](http://a.example/)', true).problems).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'xhttps://a.example',
    'https://me@a.example',
    'https://a.example/?mailto:b@c.example',
    'https://a.example "Title"',
    'https://a.example/&#x202E;',
  ])('reject a link to %s', (url) => {
    expect(read(`\n[a](${url})`, true).problems).toEqual([
      { construct: 'a link', line: 2, column: 1 },
    ]);
  });

  test.each([
    ['# a', 'a heading'],
    ['a\n===', 'a heading'],
    ['- a', 'a list'],
    ['1. a', 'a list'],
    ['[a](https://a.example)', 'a link'],
    ['<https://a.example>', 'a link'],
    ['[a]: b', 'a link definition'],
    ['![a](b.png)', 'an image'],
    ['    a', 'a code block'],
    ['```\na\n```', 'a code block'],
    ['> a', 'a block quote'],
    ['***', 'a thematic break'],
    ['<div>a</div>', 'HTML'],
    ['<!-- a -->', 'HTML'],
  ])('reject %j as %s, with its position', (markdown, construct) => {
    expect(read(`first\n\n${markdown}`).problems).toEqual([{ construct, line: 3, column: 1 }]);
  });

  test('reject a construct once per line', () => {
    expect(read('\n<b>a</b> [c](d)\n<i>e</i>').problems).toEqual([
      { construct: 'HTML', line: 2, column: 1 },
      { construct: 'a link', line: 2, column: 10 },
      { construct: 'HTML', line: 3, column: 1 },
    ]);
  });

  test.each([
    ['a | b\n--|--\n1 | 2', [{ construct: 'a table', line: 1, column: 1 }]],
    [
      'a[^1]\n\n[^1]: b',
      [
        { construct: 'a footnote', line: 1, column: 2 },
        { construct: 'a footnote', line: 3, column: 1 },
      ],
    ],
    ['a | b and [^c]', []],
  ])('do not contain tables and footnotes: %j', (markdown, problems) => {
    expect(findGfmBlocks(markdown)).toEqual(problems);
  });
});

test.each([
  'One, “two”; (three)!\n',
  'One.\n\n— Two, 3.\n\n"Three."\n',
  'One.',
  'One.\n\n\nTwo.\n',
  'One.\nTwo.\n',
  'One.\n\n# Two\n',
  'One  two, *three*.\n',
  '    One.\n',
  '',
])('plain text after blank lines is parsed as by the parser: %j', (rest) => {
  for (const markdown of [rest, `\n${rest}`, `   \n      \n\n${rest}`, `Text.\n\n${rest}`]) {
    expect(parseMarkdown(markdown).children).toEqual(remark().parse(markdown).children);
  }
});

// Searching the text for the position of each paragraph would take minutes.
test('thousands of short paragraphs are parsed within a second', { timeout: 1000 }, () => {
  const body = Array.from({ length: 10_000 }, () => 'a').join('\n\n');
  expect(parseMarkdown(`\n\n${body}\n`).children).toHaveLength(10_000);
});

describe('plain text', () => {
  test('has an empty line between paragraphs and a newline for a hard break', () => {
    expect(textOf('a *b*\\\nc  \nd\n\ne')).toBe('a b\nc\nd\n\ne');
  });

  test('has a space for a line break in code, as in Markdown', () => {
    expect(textOf('`a\nb`')).toBe('a b');
  });

  test('has no escapes and entities', () => {
    expect(textOf('\\# 2 \\* 3 \\<b> &amp; &lt; "q" -- ...')).toBe('# 2 * 3 <b> & < "q" -- ...');
  });

  test('is the same quote regardless of white space', () => {
    expect(textKey(' a\n\nb\u00A0 c ')).toBe('a b c');
  });
});

describe('the Markdown of plain text', () => {
  test.each([
    ['Nothing special: a_b, 5 < 6, f(x).', 'Nothing special: a_b, 5 < 6, f(x).\n'],
    ['# *a* [b](c) <d> `e` \\', '\\# \\*a\\* \\[b]\\(c) \\<d> \\`e\\` \\\\\n'],
    ['1. a', '1\\. a\n'],
    ['in <1991a@b.example>', 'in \\<1991a@b.example>\n'],
    ['---', '\\---\n'],
    ['a\nb\n\nc', 'a\\\nb\n\nc\n'],
    [' a ', '&#x20;a&#x20;\n'],
  ])('of %j escapes only what needs it', (text, markdown) => {
    expect(toMarkdown(text)).toBe(markdown);
  });

  test.each(['a|b\n-|-', 'a|b\n:-|-', 'a|b\n-:|-', 'a|b\n|-|-|', '!\n| -'])(
    'of %j contains no table',
    (text) => {
      expect(findGfmBlocks(toMarkdown(text))).toEqual([]);
    },
  );

  test('is parsed back to the same text', () => {
    const paragraph = fc.array(line, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const text = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
        const markdown = toMarkdown(text);
        expect(textOf(markdown)).toBe(text);
        expect(findGfmBlocks(markdown)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the Markdown of paragraphs', () => {
  const written = (markdown: string) =>
    writeMarkdown(paragraphNodes(read(markdown, true).paragraphs));

  test('keeps all supported constructs', () => {
    const markdown = 'a *b* **c** `d*`\\\ne [f](https://g.example)\n\nh \\* i\n';
    expect(written(markdown)).toBe(markdown);
  });

  test('is parsed back to the same paragraphs', () => {
    const piece = fc.constantFrom('*', '**', '_', '`', 'a', 'b', ' ', '.', '\\\n', '\n\n', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { paragraphs, problems } = read(pieces.join(''));
        fc.pre(problems.length === 0);
        const again = read(writeMarkdown(paragraphNodes(paragraphs))).paragraphs;
        expect(plainText(again)).toBe(plainText(paragraphs));
      }),
      { numRuns: 500 },
    );
  });
});
