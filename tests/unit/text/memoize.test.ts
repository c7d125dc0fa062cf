import { expect, test, vi } from 'vitest';
import { memoize } from '../../../src/text/memoize.ts';

test('a result is computed once for each argument, even an empty result', () => {
  const compute = vi.fn((text: string) => text.trim());
  const trimmed = memoize(compute);
  expect([' a', ' ', ' a', ' '].map(trimmed)).toEqual(['a', '', 'a', '']);
  expect(compute).toHaveBeenCalledTimes(2);
});

test('results are stored in the cache that the caller passes', () => {
  const cache = new WeakMap<object, number[]>();
  const key = {};
  expect(memoize(() => [1], cache)(key)).toBe(cache.get(key));
  expect(memoize(() => [2], cache)(key)).toEqual([1]);
});
