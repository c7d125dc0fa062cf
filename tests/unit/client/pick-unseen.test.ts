import { describe, expect, test } from 'vitest';
import { pickUnseen } from '../../../src/client/pick-unseen.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('a quote picked at random', () => {
  test('is one that was not seen, and never the one that the reader comes from', () => {
    for (const random of [() => 0, () => 0.5, () => 0.999]) {
      expect(pickUnseen(ids, ['b', 'd'], 'a', random)).toBe('c');
    }
  });

  test('may be any of those that were not seen', () => {
    const pick = (number: number) => pickUnseen(ids, ['a'], undefined, () => number);
    expect([pick(0), pick(0.34), pick(0.999)]).toEqual(['b', 'c', 'd']);
  });

  test('starts over when all were seen, with another than the current one', () => {
    expect(pickUnseen(ids, ids, 'a', () => 0)).toBe('b');
  });

  test('is the current one where there is no other, and none where there is none', () => {
    expect(pickUnseen(['a'], ['a'], 'a')).toBe('a');
    expect(pickUnseen([], [])).toBeUndefined();
  });

  test('comes once each before one comes again', () => {
    const seen: string[] = [];
    while (seen.length < ids.length) seen.push(pickUnseen(ids, seen, seen.at(-1))!);
    expect(seen.toSorted()).toEqual(ids);
  });
});
