import { expect, test } from 'vitest';
import { redirectLines } from '../../../src/build/host-files.ts';

test('every former address redirects to the current one, on Netlify and on Cloudflare', () => {
  const former = [
    {
      kind: 'quotes' as const,
      slug: 'gravity',
      to: { path: 'quotes/data-gravity', label: 'On data gravity' },
      instead: [],
    },
    {
      kind: 'themes' as const,
      slug: 'gravity',
      to: { path: 'themes/data-gravity', label: 'On data gravity' },
      instead: [],
    },
  ];
  expect(redirectLines(former, '/')).toBe(
    `/quotes/gravity/ /quotes/data-gravity/ 301!
/quotes/gravity/ /quotes/data-gravity/ 301
/themes/gravity/ /themes/data-gravity/ 301!
/themes/gravity/ /themes/data-gravity/ 301
`,
  );
});

test('a withdrawn quote is gone and keeps its page; a page with suggestions needs no line', () => {
  const former = [
    { kind: 'quotes' as const, slug: 'old-news', gone: '2024', instead: [] },
    {
      kind: 'themes' as const,
      slug: 'hope',
      label: 'On hope',
      instead: [{ path: 'quotes/a', label: 'On trust' }],
    },
  ];
  expect(redirectLines(former, '/')).toBe('/quotes/old-news/ /quotes/old-news/ 410!\n');
});
