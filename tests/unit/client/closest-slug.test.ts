import { describe, expect, test } from 'vitest';
import { nearestId } from '../../../src/client/closest-slug.ts';

const ids = ['data-gravity', 'data-lock-in', 'the-infinite-laptop', 'debugging'];

describe('the nearest permalink', () => {
  test.each([
    ['data-gravty', 'data-gravity'],
    ['gravity', 'data-gravity'],
    ['Data_Gravity', 'data-gravity'],
    ['infinite-laptop', 'the-infinite-laptop'],
    ['laptop-infinite', 'the-infinite-laptop'],
    ['debuging', 'debugging'],
    ['the-inf', 'the-infinite-laptop'],
    ['data-l', 'data-lock-in'],
  ])('%s means %s', (mistyped, id) => {
    expect(nearestId(mistyped, ids)).toBe(id);
  });

  test('an address that is like none leads nowhere', () => {
    expect(nearestId('wp-login', ids)).toBeUndefined();
    expect(nearestId('', ids)).toBeUndefined();
    expect(nearestId('x', [])).toBeUndefined();
  });
});
