import { expect, test } from 'vitest';
import { quoteSize } from '../../../src/components/quote-size.ts';

test('a longer quote is never set larger', () => {
  const sizes = [1, 70, 71, 150, 290, 500, 501, 20_000].map((length) =>
    quoteSize('x'.repeat(length)),
  );
  expect(sizes).toEqual([
    'step-1',
    'step-1',
    'step-2',
    'step-3',
    'step-6',
    'step-7',
    'step-8',
    'step-8',
  ]);
});
