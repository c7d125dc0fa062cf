import { describe, expect, test } from 'vitest';
import {
  addPart,
  keepLineEndings,
  setFields,
  setIntroduction,
  setText,
  setValue,
} from '../../../src/loader/edit-files.ts';

const long = 'A label in so many words, which is longer than a line of YAML and yet '
  .repeat(2)
  .trim();

describe('fields of a quote', () => {
  test.each([
    ['part: 1 # printed\ntheme: "x" # y\n', { theme: 'z' }, 'part: 1 # printed\ntheme: z # y\n'],
    ['theme: x\n', { theme: 'a: b' }, 'theme: "a: b"\n'],
    ['theme: x\n', { theme: long }, `theme: ${long}\n`],
    ['theme: >\n  a\n  b\norder: 1\n', { theme: 'z' }, 'theme: z\norder: 1\n'],
    ['theme: a > b\norder: 1\n', { theme: 'z' }, 'theme: z\norder: 1\n'],
    ['theme: x\n', { order: 2, locator: 'p. 1' }, 'theme: x\norder: 2\nlocator: p. 1\n'],
    ['{ part: 1, theme: x }\n', { theme: 'z', part: 2 }, '{ part: 2, theme: "z" }\n'],
    ['{ part: 1 }\n', { theme: 'z' }, '{ part: 1, theme: z }\n'],
    ['part:   1\n', { order: 2 }, 'part:   1\norder: 2\n'],
    ['', { order: 2 }, 'order: 2\n'],
  ])('in %j are set and nothing else changes: %j', (yaml, fields, edited) => {
    expect(setFields(`---\n${yaml}---\n\n*Text*  of\n`, fields)).toBe(
      `---\n${edited}---\n\n*Text*  of\n`,
    );
  });

  test('are added to a quote without frontmatter', () => {
    expect(setFields('\nText.\n', { order: 2 })).toBe('---\norder: 2\n---\n\nText.\n');
  });

  test('keep line endings and a BOM', () => {
    const text = '\uFEFF---\r\npart: 1\r\n---\r\n\r\nText.\r\n';
    const edited = keepLineEndings(text, (plain) => setFields(plain, { part: 2 }));
    expect(edited).toBe('\uFEFF---\r\npart: 2\r\n---\r\n\r\nText.\r\n');
  });
});

test.each([
  ['---\npart: 1\n---\n\nOld.\n\nOlder.\n', '---\npart: 1\n---\n\nNew \\*x\\*.\n'],
  ['Old.\n', 'New \\*x\\*.\n'],
])('the text of %j is replaced and escaped', (markdown, edited) => {
  expect(setText(markdown, 'New *x*.')).toBe(edited);
});

describe('collection.yaml', () => {
  const parts = 'parts:\n  - number: 1 # one\n    title: One\n    slug: one\n';
  const flow = 'title: T\nparts: [{ number: 1, title: One, slug: one }]\n';

  test('gets another title', () => {
    expect(setValue('# c\ntitle: Old # d\nlang: en\n', ['title'], 'New')).toBe(
      '# c\ntitle: New # d\nlang: en\n',
    );
    expect(setValue('lang: en', ['title'], 'New')).toBe('lang: en\ntitle: New\n');
  });

  test.each([
    [
      'title: T\nintroduction: >\n  Old\n  words.\nlang: en\n',
      'title: T\nintroduction: >\n  New.\nlang: en\n',
    ],
    ['introduction: Old > new\nlang: en\n', 'introduction: >\n  New.\nlang: en\n'],
    ['title: T\n', 'title: T\nintroduction: New.\n'],
    ['{ title: T, introduction: Old }\n', '{ title: T, introduction: "New." }\n'],
  ])('gets another introduction: %j', (yaml, edited) => {
    expect(setIntroduction(yaml, 'New.')).toBe(edited);
  });

  test('gets a long introduction on several lines', () => {
    const lines = setIntroduction('introduction: x\n', long).split('\n');
    expect(lines.map(({ length }) => length <= 100)).toEqual([true, true, true, true]);
    expect(lines[1]!.length).toBeGreaterThan(80);
  });

  test('gets another title and number for a part', () => {
    expect(setValue(parts, ['parts', 0, 'title'], 'New')).toBe(
      parts.replace('title: One', 'title: New'),
    );
    expect(setValue(parts, ['parts', 0, 'number'], 7)).toBe(
      parts.replace('number: 1', 'number: 7'),
    );
    expect(setValue(flow, ['parts', 0, 'title'], 'New')).toBe(
      flow.replace('title: One', 'title: "New"'),
    );
    expect(setValue(flow, ['parts', 0, 'number'], 7)).toBe(flow.replace('number: 1', 'number: 7'));
  });

  const two = { number: 2, title: 'Two: x', slug: 'two' };
  const added = '  - number: 2\n    title: "Two: x"\n    slug: two\n';

  test.each([
    [`${parts}lang: en\n`, `${parts}${added}lang: en\n`],
    [parts.trimEnd(), `${parts}${added}`],
    [`${parts}  - number: 3\n`, `${parts}${added}  - number: 3\n`],
    ['parts:\n- number: 1\n', `parts:\n- number: 1\n${added.replaceAll(/^ {2}/gmu, '')}`],
    ['title: T\n', `title: T\nparts:\n${added}`],
    ['title: T', `title: T\nparts:\n${added}`],
    [
      flow,
      'title: T\nparts: [ { number: 1, title: One, slug: one }, { number: 2, title: "Two: x", slug: two } ]\n',
    ],
    ['title: T\nparts: []\n', 'title: T\nparts: [ { number: 2, title: "Two: x", slug: two } ]\n'],
  ])('gets a new part after the first: %j', (yaml, edited) => {
    expect(addPart(yaml, 0, two)).toBe(edited);
  });
});
