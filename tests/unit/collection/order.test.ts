import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../src/collection/order.ts';

describe('the reading order', () => {
  test('is by order, then quotes without one; ties are sorted by id', () => {
    const quotes = [
      { id: 'c' },
      { id: 'b', order: 2 },
      { id: 'a', order: 2 },
      { id: 'd', order: 1 },
      { id: 'B' },
    ];
    expect(readingOrder(quotes).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'B', 'c']);
  });
});
