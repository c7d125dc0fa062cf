import { expect, test } from 'vitest';
import { findLimitViolation, parseWithinLimits } from '../../../src/loader/limits.ts';
import { parseMarkdown } from '../../../src/loader/markdown.ts';

const nesting = 'more than 50 levels of nesting';
const marks = 'more than 2,000 emphasis marks and brackets';
const starts = 'more than 200 starts of links, footnotes or HTML';
const shown = (text: string) => text.slice(0, 12);

test.each([
  'a'.repeat(100_000),
  `${'> '.repeat(50)}a`,
  `${'- '.repeat(50)}a`,
  '-'.repeat(51),
  `a\u2028${'> '.repeat(51)}`,
  `${' '.repeat(200)}a`,
  '['.repeat(50),
  '[]'.repeat(51),
  `]${'['.repeat(50)}`,
  '\\['.repeat(51),
  '*_[]'.repeat(500),
  '\\*'.repeat(2001),
  'a](b '.repeat(200),
  'a\\[^'.repeat(201),
  '<a>'.repeat(201),
])('Markdown within the limits is accepted: %#', (text) => {
  expect(findLimitViolation(text)).toBeUndefined();
});

test.each([
  ['a'.repeat(100_001), 'more than 100,000 characters', 0],
  [`a\nb\n${'>'.repeat(51)}a`, nesting, 4],
  [`${'- '.repeat(51)}a`, nesting, 0],
  [`${'10) '.repeat(51)}a`, nesting, 0],
  [`${'1. - '.repeat(26)}a`, nesting, 0],
  [`a\n${' '.repeat(201)}a`, nesting, 2],
  [`a${'['.repeat(51)}`, nesting, 51],
  [`${'\\\\['.repeat(51)}`, nesting, 152],
  [`[]${'[{'.repeat(26)}`, nesting, 52],
  [`a${'*'.repeat(2001)}`, marks, 2001],
  ['_a]'.repeat(1001), marks, 3000],
  ['a](b '.repeat(201), starts, 1001],
  ['a[^b] '.repeat(201), starts, 1201],
  ['a <!-- '.repeat(201), starts, 1402],
  ['a <?'.repeat(201), starts, 802],
])('Markdown like %s… is rejected with its position: %#', (text, what, index) => {
  expect(findLimitViolation(text), shown(text)).toEqual({ what, index });
});

test('frontmatter may contain any marks, but only limited nesting', () => {
  const markdownFrom = 2001;
  expect(findLimitViolation('*'.repeat(markdownFrom), { markdownFrom })).toBeUndefined();
  expect(findLimitViolation('\\['.repeat(51), { markdownFrom })).toEqual({
    what: nesting,
    index: 100,
  });
  const text = `${' '.repeat(2)}${'*'.repeat(2001)}`;
  expect(findLimitViolation(text, { markdownFrom: 2 })).toEqual({ what: marks, index: 2002 });
  expect(findLimitViolation('abc', { max: 2 })!.what).toBe('more than 2 characters');
});

test('deeply nested emphasis is rejected', () => {
  const nested = (levels: number) =>
    `a\n\n${'*a _b '.repeat(levels / 2)}${'c_ d* '.repeat(levels / 2)}`;
  expect(parseWithinLimits(nested(50), parseMarkdown).violation).toBeUndefined();
  expect(parseWithinLimits(nested(52), parseMarkdown).violation).toEqual({
    what: nesting,
    index: 3,
  });
  expect(parseWithinLimits('['.repeat(51), parseMarkdown)).toEqual({
    blocks: [],
    violation: { what: nesting, index: 50 },
  });
});
