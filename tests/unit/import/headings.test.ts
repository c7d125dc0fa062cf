import { describe, expect, test } from 'vitest';
import { applyHeadings, type Heading } from '../../../src/import/lines.ts';
import { createResult } from '../../../src/import/item.ts';

/** The outline of lines: `# heading` by its depth, and quotes. */
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
    said: result.diagnostics.map(({ line, subject, message }) => `${line}: ${subject} ${message}`),
  };
}

describe('headings', () => {
  test('above all others give the title, those below the parts and themes', () => {
    expect(outlined('# Words', '## One', 'a', '### On b', 'b', '## Two', 'c')).toEqual({
      title: 'Words',
      items: [
        ['a', 'One', undefined],
        ['b', 'One', 'On b'],
        ['c', 'Two', undefined],
      ],
      said: [],
    });
  });

  test('of one rank give the title where the first has no quotes', () => {
    expect(outlined('# Words', '# One', 'a', '# Two', 'b')).toMatchObject({
      title: 'Words',
      items: [
        ['a', 'One', undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('of one rank are all parts where the first has quotes', () => {
    expect(outlined('# One', 'a', '# Two', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', 'One', undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('of which the first is below another are parts and themes', () => {
    expect(outlined('## On a', 'a', '# Two', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', undefined, undefined],
        ['b', 'Two', undefined],
      ],
    });
  });

  test('give no title to quotes above them', () => {
    expect(outlined('a', '# One', '## On b', 'b')).toMatchObject({
      title: undefined,
      items: [
        ['a', undefined, undefined],
        ['b', 'One', 'On b'],
      ],
    });
  });

  test('alone are the title of what is below', () => {
    expect(outlined('# Words', 'a')).toEqual({
      title: 'Words',
      items: [['a', undefined, undefined]],
      said: [],
    });
  });

  test('without quotes are named, but for those that contain others', () => {
    expect(outlined('# Words', '## One', '### On a', 'a', '## Two').said).toEqual([
      '5: part has no quotes: `Two`',
    ]);
  });

  test('that are not there change nothing', () => {
    expect(outlined('a')).toEqual({
      title: undefined,
      items: [['a', undefined, undefined]],
      said: [],
    });
  });
});
