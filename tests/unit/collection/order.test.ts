import { describe, expect, test } from 'vitest';
import { indexLetter, indexOrder, readingOrder, sortKey } from '../../../src/collection/order.ts';

describe('the order of an index', () => {
  test('leaves out a leading “On” and outer marks', () => {
    expect(sortKey('On the "infinite laptop"')).toBe('the "infinite laptop"');
    expect(sortKey('On "API" design')).toBe('API" design');
    expect(sortKey('Once more')).toBe('Once more');
  });

  test('sorts as the language does, digits by value, accents beside their letters', () => {
    const labels = ['On zeal', 'On écoles', 'On debt', 'On 10 rules', 'On 9 rules', 'On fear'];
    expect(labels.toSorted(indexOrder('en'))).toEqual([
      'On 9 rules',
      'On 10 rules',
      'On debt',
      'On écoles',
      'On fear',
      'On zeal',
    ]);
  });

  test('lists a label under its first letter, digits and marks under #', () => {
    expect(indexLetter('On écoles')).toBe('E');
    expect(indexLetter('On 5-year cycles')).toBe('#');
    expect(indexLetter('Ямб')).toBe('Я');
    expect(indexLetter('…')).toBe('#');
  });
});

describe('the reading order', () => {
  test('goes by order, then those without one, ties by id', () => {
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
