import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsFrom } from '../../../src/search/edit-distance.ts';

/** The same by the textbook's table, with neighbours swapped as one edit. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i && j ? 0 : i + j)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : Infinity;
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced, swapped);
    }
  }
  return rows[a.length]![b.length]!;
}

describe('the errors from one word to another', () => {
  test.each([
    ['data', 'data', 0],
    ['dta', 'data', 1],
    ['dataa', 'data', 1],
    ['dsta', 'data', 1],
    ['dtaa', 'data', 1],
    ['comoditizaton', 'commoditization', 2],
    ['егресс', 'эгресс', 1],
    ['banana', 'cloud', 6],
  ])('%s → %s are %i', (word, other, errors) => {
    expect(editsFrom(word)(other, Infinity).whole).toBe(errors);
  });

  test('are pluralize to the nearest beginning too, for a word not yet finished', () => {
    expect(editsFrom('debgu')('debugging', 7).beginning).toBe(1);
    expect(editsFrom('debu')('debugging', 6).beginning).toBe(0);
  });

  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'é', 'ж'),
    minLength: 1,
    maxLength: 12,
  });

  test('are those of the textbook', () => {
    fc.assert(
      fc.property(word, word, (word, other) => {
        const beginnings = Array.from({ length: other.length + 1 }, (_, end) =>
          distance(word, other.slice(0, end)),
        );
        expect(editsFrom(word)(other, Infinity)).toEqual({
          whole: beginnings.at(-1),
          beginning: Math.min(...beginnings),
        });
      }),
    );
  });
});
