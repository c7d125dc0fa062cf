import { expect, test } from 'vitest';
import { parseOutputs } from '../../../src/outputs/selection.ts';

test('everything stands beside a permalink unless less is asked for', () => {
  expect([...parseOutputs(undefined)]).toEqual(['cards', 'embeds', 'data']);
  expect([...parseOutputs('data, embeds')]).toEqual(['data', 'embeds']);
  expect([...parseOutputs('pages')]).toEqual([]);
});

test('an output that nobody knows is refused with those that there are', () => {
  expect(() => parseOutputs('data,pictures')).toThrow(
    'OUTPUTS is "data,pictures": use all, pages, or some of cards,embeds,data.',
  );
});
