import { expect, test } from 'vitest';
import { quoteSize } from '../../../src/components/quote-size.ts';

test('a longer quote is never set larger', () => {
  const sizes = [1, 70, 71, 150, 290, 500, 501, 20_000].map((length) =>
    quoteSize('x'.repeat(length)),
  );
  expect(sizes).toEqual([
    'size-1',
    'size-1',
    'size-2',
    'size-3',
    'size-6',
    'size-7',
    'size-8',
    'size-8',
  ]);
});
