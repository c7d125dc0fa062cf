import { describe, expect, test } from 'vitest';
import { pickUnseen } from '../../../src/client/pick-unseen.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('a quote picked at random', () => {
  test('is one that was not seen, and never the one that the reader comes from', () => {
    for (const random of [() => 0, () => 0.5, () => 0.999]) {
      expect(pickUnseen(ids, { seen: ['b', 'd'], current: 'a', random })).toEqual({
        id: 'c',
        startsOver: false,
      });
    }
  });

  test('may be any of those that were not seen', () => {
    const pick = (number: number) => pickUnseen(ids, { seen: ['a'], random: () => number })?.id;
    expect([pick(0), pick(0.34), pick(0.999)]).toEqual(['b', 'c', 'd']);
  });

  test('starts over when all were seen, with another than the current one', () => {
    expect(pickUnseen(ids, { seen: ids, current: 'a', random: () => 0 })).toEqual({
      id: 'b',
      startsOver: true,
    });
  });

  test('is the current one where there is no other, and none where there is none', () => {
    expect(pickUnseen(['a'], { seen: ['a'], current: 'a' })?.id).toBe('a');
    expect(pickUnseen([], { seen: [] })).toBeUndefined();
  });

  test('comes once each before one comes again', () => {
    const seen: string[] = [];
    while (seen.length < ids.length) seen.push(pickUnseen(ids, { seen, current: seen.at(-1) })!.id);
    expect(seen.toSorted()).toEqual(ids);
  });
});
