import { expect, test } from 'vitest';
import { isCanonical } from '../../../src/build/pages.ts';

const page = 'https://example.org/quotes/timing/';

test.each([
  ['itself', `<link rel="canonical" href="${page}">`, true],
  ['another', '<link rel="canonical" href="https://example.org/">', false],
  ['none, as it is hidden', '<meta name="robots" content="noindex">', false],
])('of a page that calls canonical %s, being in the sitemap is %s', (_, html, listed) => {
  expect(isCanonical(html, page)).toBe(listed);
});
