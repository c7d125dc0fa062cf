import { expect, test } from 'vitest';
import { redirectLines } from '../../../src/build/redirects.ts';

test('every former address of a quote leads to its present one', () => {
  const entries = [
    { id: 'data-gravity', aliases: ['gravity', 'moving-data'] },
    { id: 'timing', aliases: [] },
  ];
  expect(redirectLines(entries)).toBe(
    '/quotes/gravity/ /quotes/data-gravity/ 301\n/quotes/moving-data/ /quotes/data-gravity/ 301\n',
  );
});
