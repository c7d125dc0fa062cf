import { describe, expect, test } from 'vitest';
import { applyHeadings, type Heading } from '../../../src/import/lines.ts';
import { createResult } from '../../../src/import/item.ts';

/** Returns the outline of lines: `# heading` by its depth, and quotes. */
function outlined(...lines: string[]) {
  const { result } = createResult();
  const headings: Heading[] = [];
  for (const [index, line] of lines.entries()) {
    const [, hashes = '', title] = /^(#+) (.*)$/u.exec(line) ?? [];
    if (title !== undefined) headings.push({ depth: hashes.length, title, line: index + 1 });
    else result.items.push({ line: index + 1, text: line });
  }
  applyHeadings(headings, result);
  return {
    title: result.title,
    items: result.items.map(({ text, part, theme }) => [text, part, theme]),
    messages: result.diagnostics.map(
      ({ line, subject, message }) => `${line}: ${subject} ${message}`,
    ),
  };
}

describe('headings', () => {
  test('at the highest level give the title, lower ones the parts and themes', () => {
    expect(outlined('# Words', '## One', 'a', '### On b', 'b', '## Two', 'c')).toEqual({
      title: 'Words',
      items: [
        ['a', 'One', undefined],
        ['b', 'One', 'On b'],
        ['c', 'Two', undefined],
      ],
      messages: [],
    });
  });

  test('of one level give the title if the first has no quotes', () => {
    expect(outlined('# Words', '# One', 'a', '# Two', 'b')).toMatchObject({
      title: 'Words',
      items: [
        ['a', 'One', undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('of one level are all parts if the first has quotes', () => {
    expect(outlined('# One', 'a', '# Two', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', 'One', undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('of which the first has a lower level than another are parts and themes', () => {
    expect(outlined('## On a', 'a', '# Two', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', undefined, undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('are not the title if quotes precede them', () => {
    expect(outlined('a', '# One', '## On b', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', undefined, undefined],
        ['b', 'One', 'On b'],
      ],
    });
  });

  test('that occur once are the title', () => {
    expect(outlined('# Words', 'a')).toEqual({
      title: 'Words',
      items: [['a', undefined, undefined]],
      messages: [],
    });
  });

  test('without quotes are reported, unless they contain others', () => {
    expect(outlined('# Words', '## One', '### On a', 'a', '## Two').messages).toEqual([
      '5: part has no quotes: `Two`',
    ]);
  });

  test('may be missing', () => {
    expect(outlined('a')).toEqual({
      title: undefined,
      items: [['a', undefined, undefined]],
      messages: [],
    });
  });
});
