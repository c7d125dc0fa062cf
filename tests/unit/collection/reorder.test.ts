import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../src/collection/order.ts';
import { fewestOrders } from '../../../src/collection/reorder.ts';

const listOf = (orders: Record<string, number | undefined>) =>
  Object.entries(orders).map(([id, order]) => ({ id, ...(order !== undefined && { order }) }));

const changed = (orders: Record<string, number | undefined>) =>
  Object.fromEntries(fewestOrders(listOf(orders)));

describe('the fewest orders', () => {
  test('are none for a list in reading order', () => {
    expect(changed({ a: 1, b: 2, c: 7 })).toEqual({});
  });

  test('are one if there is room', () => {
    expect(changed({ a: 10, moved: 40, b: 20, c: 30 })).toEqual({ moved: 15 });
    expect(changed({ moved: 40, a: 10, b: 20 })).toEqual({ moved: 5 });
    expect(changed({ a: 10, b: 20, moved: 5 })).toEqual({ moved: 21 });
  });

  test('are one before the first of a list that begins at 1', () => {
    expect(changed({ moved: 9, a: 1, b: 2, c: 3 })).toEqual({ moved: 0 });
  });

  test('include neighbours if there is no room', () => {
    expect(changed({ a: 1, moved: 5, b: 2, c: 3, d: 10 })).toEqual({ a: 0, moved: 1 });
  });

  test('leave quotes at the end without an order', () => {
    expect(changed({ b: undefined, a: undefined, c: undefined })).toEqual({ b: 10 });
    expect(changed({ a: 1, z: undefined, b: 2, c: undefined })).toEqual({ a: 0, z: 1 });
  });

  test('can make any sequence from any orders', () => {
    const orders = fc.array(fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (numbers, from, to) => {
        const ids = numbers.map((_, index) => String.fromCharCode(97 + index));
        const before = readingOrder(
          listOf(Object.fromEntries(ids.map((id, at) => [id, numbers[at]]))),
        );
        const [quote] = before.splice(from % before.length, 1);
        before.splice(to % (before.length + 1), 0, quote!);
        const made = fewestOrders(before);
        const after = before.map(({ id, order }) => {
          const now = made.get(id) ?? order;
          return { id, ...(now !== undefined && { order: now }) };
        });
        expect(readingOrder(after.toReversed()).map(({ id }) => id)).toEqual(
          before.map(({ id }) => id),
        );
        expect([...made.values()].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
