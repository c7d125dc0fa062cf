import { describe, expect, test } from 'vitest';
import { recognize as isList, read as readList } from '../../../src/import/formats/list.ts';

const read = (lines: string[], name = 'input.txt') => readList({ name, text: lines.join('\n') });

/** Formats quotes as `text | attribution | part`. */
const quotes = (lines: string[], name?: string) =>
  read(lines, name).items.map(({ text, credit, part }) =>
    [text, credit ?? '', part ?? ''].join(' | ').replace(/(?: \| )+$/u, ''),
  );

const wide = 'A hedge is a slow wall, and whoever plants one plants a';

describe('a list', () => {
  test.each([
    [['“A.” — Vera Holt', '“B.” — Vera Holt'], 0.6],
    [['- a', '- b'], 0.6],
    [['a', 'b'], 0.2],
    [['- a'], 0.2],
    [['', ' '], 0],
  ])('of %j is recognized with score %d', (lines, certainty) => {
    expect(isList({ name: '', text: lines.join('\n') })).toBe(certainty);
  });

  test.each([
    ['of bare lines has one quote per line', ['a b', 'c d', 'e f'], ['a b', 'c d', 'e f']],
    ['may contain empty lines and rules', ['a b', '', 'c d', '---'], ['a b', 'c d']],
    ['has one quote per bullet', ['- Forward, on', '- b', '- c'], ['Forward, on', 'b', 'c']],
    ['has one quote per number', ['1. a', '2) b', '(3) c'], ['a', 'b', 'c']],
    [
      'may have attributions with dashes on their own lines',
      ['- a', '  - Vera Holt', '- b'],
      ['a | - Vera Holt', 'b'],
    ],
    [
      'may have attributions below numbered quotes',
      ['1. a', '- Vera Holt', '2. b'],
      ['a | - Vera Holt', 'b'],
    ],
    ['has attributions below', ['“A.”', '— Vera Holt', '“B.”'], ['A. | — Vera Holt', 'B.']],
    [
      'has bare attributions below whole quotes',
      ['“A.”', 'Talk of 2014', '', '“B.”'],
      ['A. | Talk of 2014', 'B.'],
    ],
    [
      'has quotes that end on another line',
      ['“A', 'b.” — Vera Holt', '“C.”'],
      ['A b. | Vera Holt', 'C.'],
    ],
    [
      'has one quote in marks per line, whatever follows',
      ['“A.” says X', '“B.” says Y'],
      ['“A.” says X', '“B.” says Y'],
    ],
    [
      'has quotes of several paragraphs',
      ['“A.', '', '“B.', '', 'C.” — Vera Holt', '', '“D.”'],
      ['A.\n\nB.\n\nC. | Vera Holt', 'D.'],
    ],
    ['has paragraphs that open again', ['“A.', '', '“B.”', '', '“C.”'], ['A.\n\nB.', 'C.']],
    ['has items that continue', ['• a b', '  c d', '• e'], ['a b c d', 'e']],
    ['does not continue an item that ends with a period', ['1. a b.', '“C.”'], ['a b.', 'C.']],
    [
      'joins wrapped lines',
      [`${wide} year`, 'and waits.', 'Salt keeps.'],
      [`${wide} year and waits.`, 'Salt keeps.'],
    ],
    ['does not join short lines', ['A hedge is a slow', 'wall'], ['A hedge is a slow', 'wall']],
    ['drops emphasis around lines', ['- *a b*', '- **c d**'], ['a b', 'c d']],
  ])('%s', (_, lines, expected) => {
    expect(quotes(lines)).toEqual(expected);
  });

  test.each([
    [['# Words', '', '## On fear', '- a', '## On work', '- b']],
    [['Words', '', 'On fear', '- a', '', 'On work:', '- b']],
    [['Words', '', 'On fear', '', '- a', '', 'On work', '', '- b']],
    [['Words', '', '1. On fear', '- “a”', '2. On work', '- “b”']],
  ])('has headings: %j', (lines) => {
    expect(quotes(lines)).toEqual([`a |  | On fear`, `b |  | On work`]);
    expect(read(lines).title).toBe('Words');
  });

  test('has an introduction between its title and its first quote, and reports it', () => {
    const { title, introduction, assumptions } = read([
      'Words',
      '',
      'Collected by hand.',
      '',
      '- a',
    ]);
    expect({ title, introduction, assumptions }).toEqual({
      title: 'Words',
      introduction: 'Collected by hand.',
      assumptions: ['introduction: `Collected by hand.`, above the first quote'],
    });
  });

  test('does not have a heading that is only a colon', () => {
    expect(read([':', '“A.”']).title).toBe(':');
  });

  test('reports a line that is neither', () => {
    expect(read(['- a.', 'And this is a remark.', '- b']).diagnostics).toEqual([
      {
        severity: 'error',
        line: 2,
        subject: 'line',
        message: 'is neither a heading nor a quote: `And this is a remark.`',
      },
    ]);
  });

  test.each([
    [['# One', '“A.” (Talk)', '# Two', '“B.”'], 'source'],
    [['# One', '“A.” — Vera Holt, Letters', '# Two', '“B.”'], undefined],
    [['“A.” (Talk)', '“B.”'], undefined],
  ])('of %j has attributions without a comma that are a %s', (lines, alone) => {
    expect(read(lines).loneCredit).toBe(alone);
  });

  test.each([
    ['notes.md', ['Salt keeps, and so does silence', 'B']],
    ['notes.MARKDOWN', ['Salt keeps, and so does silence', 'B']],
    ['notes.txt', ['Salt keeps, and [so does *silence*](https://example.org)', 'B ![x](y)']],
  ])('in %s is read as Markdown only if it is Markdown', (name, expected) => {
    const lines = ['- Salt keeps, and [so does *silence*](https://example.org)', '- B ![x](y)'];
    expect(quotes(lines, name)).toEqual(expected);
    const messages = read(lines, name).diagnostics.map(
      ({ line, message }) => `${line}: ${message}`,
    );
    expect(messages).toEqual(name.endsWith('txt') ? [] : ['2: left out: an image, `x`']);
  });

  test('without quotation marks may begin with a title', () => {
    expect(read(['Words', '', 'Salt keeps.', '', 'Fear is a map.'])).toMatchObject({
      title: 'Words',
      items: [{ text: 'Salt keeps.' }, { text: 'Fear is a map.' }],
    });
  });

  test.each(['a', 'a\n'])('of a hundred thousand times %j is read in time', (line) => {
    expect(read(Array.from({ length: 100_000 }, () => line)).items).toHaveLength(100_000);
  });
});
