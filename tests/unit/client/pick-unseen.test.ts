import { describe, expect, test } from 'vitest';
import { pickUnseen } from '../../../src/client/pick-unseen.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('a random quote', () => {
  test('is an unseen quote, and not the current one', () => {
    for (const random of [() => 0, () => 0.5, () => 0.999]) {
      expect(pickUnseen(ids, ['b', 'd'], 'a', random)).toBe('c');
    }
  });

  test('may be any unseen quote', () => {
    const pick = (number: number) => pickUnseen(ids, ['a'], undefined, () => number);
    expect([pick(0), pick(0.34), pick(0.999)]).toEqual(['b', 'c', 'd']);
  });

  test('is any quote but the current one when all were seen', () => {
    expect(pickUnseen(ids, ids, 'a', () => 0)).toBe('b');
  });

  test('is the current one if there is no other, and undefined if there is none', () => {
    expect(pickUnseen(['a'], ['a'], 'a')).toBe('a');
    expect(pickUnseen([], [])).toBeUndefined();
  });

  test('does not repeat before all were seen', () => {
    const seen: string[] = [];
    while (seen.length < ids.length) seen.push(pickUnseen(ids, seen, seen.at(-1))!);
    expect(seen.toSorted()).toEqual(ids);
  });
});
