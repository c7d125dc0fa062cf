import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPlace, readPlace, shuffled } from '../../../../src/client/random/shuffle.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('an order left to chance', () => {
  test('holds every item once', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.string(), (count, seed) => {
        const order = shuffled(numbers(count), seed);
        expect(order.toSorted((a, b) => a - b)).toEqual(numbers(count));
      }),
    );
  });

  test('is the same for the same seed, on every platform and for ever', () => {
    expect(shuffled(numbers(8), 'abc')).toEqual(shuffled(numbers(8), 'abc'));
    expect(shuffled(numbers(8), 'abc')).toEqual([5, 3, 1, 2, 6, 0, 7, 4]);
  });

  test('differs from seed to seed', () => {
    const orders = numbers(50).map((seed) => shuffled(numbers(75), String(seed)).join());
    expect(new Set(orders).size).toBe(50);
  });

  test('puts every item in every place about as often', () => {
    const first = numbers(5000).map((seed) => shuffled(numbers(5), `s${seed}`)[0]!);
    for (const item of numbers(5)) {
      const share = first.filter((other) => other === item).length / first.length;
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.23);
    }
  });
});

describe('a place in an address', () => {
  test.each([
    ['?seed=abc&at=4', { seed: 'abc', at: 4 }],
    ['?seed=abc', { seed: 'abc', at: 1 }],
    ['?seed=abc&at=0', { seed: 'abc', at: 1 }],
    ['?seed=abc&at=-3', { seed: 'abc', at: 1 }],
    ['?seed=abc&at=nine', { seed: 'abc', at: 1 }],
    ['?seed=abc&at=999', { seed: 'abc', at: 75 }],
    ['?seed=abc&at=1e9', { seed: 'abc', at: 1 }],
    ['?seed=%20&at=4', undefined],
    ['?at=4', undefined],
    ['', undefined],
  ])('%s is read as %o', (query, place) => {
    expect(readPlace(query, 75)).toEqual(place);
  });

  test('is one of the places there are, whatever the address says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(99), (seed, at, count) => {
        const query = new URLSearchParams({ seed, at }).toString();
        const place = readPlace(query, count + 1);
        if (!place) return;
        expect(place.at).toBeGreaterThanOrEqual(1);
        expect(place.at).toBeLessThanOrEqual(count + 1);
        expect(() => encodeURIComponent(place.seed)).not.toThrow();
      }),
    );
  });

  test('is followed by the next, and the last by the first of another order', () => {
    expect(nextPlace({ seed: 'abc', at: 74 }, 75)).toEqual({ seed: 'abc', at: 75 });
    const after = nextPlace({ seed: 'abc', at: 75 }, 75);
    expect(after.at).toBe(1);
    expect(after.seed).not.toBe('abc');
    expect(after).toEqual(nextPlace({ seed: 'abc', at: 75 }, 75));
  });
});
