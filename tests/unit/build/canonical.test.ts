import { expect, test } from 'vitest';
import { isCanonical } from '../../../src/build/pages.ts';

const page = 'https://example.org/quotes/timing/';

test.each([
  ['itself', `<link rel="canonical" href="${page}">`, true],
  ['another', '<link rel="canonical" href="https://example.org/">', false],
  ['none, because it is not indexed', '<meta name="robots" content="noindex">', false],
])('a page whose canonical address is %s is in the sitemap: %s', (_, html, listed) => {
  expect(isCanonical(html, page)).toBe(listed);
});
