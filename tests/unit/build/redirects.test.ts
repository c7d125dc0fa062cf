import { expect, test } from 'vitest';
import { redirectLines } from '../../../src/build/redirects.ts';

test('every former address of a quote leads to its present one, on Netlify and on Cloudflare', () => {
  const entries = [
    { id: 'data-gravity', aliases: ['gravity', 'moving-data'] },
    { id: 'timing', aliases: [] },
  ];
  expect(redirectLines(entries, [], '/')).toBe(
    `/quotes/gravity/ /quotes/data-gravity/ 301!
/quotes/gravity/ /quotes/data-gravity/ 301
/quotes/moving-data/ /quotes/data-gravity/ 301!
/quotes/moving-data/ /quotes/data-gravity/ 301
`,
  );
});

test('a withdrawn quote keeps its page, as gone', () => {
  expect(redirectLines([], [{ id: 'old-news' }], '/')).toBe(
    '/quotes/old-news/ /quotes/old-news/ 410!\n',
  );
});
