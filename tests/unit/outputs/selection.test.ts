import { expect, test } from 'vitest';
import { parseOutputs } from '../../../src/outputs/selection.ts';

test('all outputs are enabled unless a list selects some', () => {
  expect([...parseOutputs(undefined)]).toEqual(['cards', 'embeds', 'data']);
  expect([...parseOutputs('data, embeds')]).toEqual(['data', 'embeds']);
  expect([...parseOutputs('pages')]).toEqual([]);
});

test('an unknown output is an error that lists the valid ones', () => {
  expect(() => parseOutputs('data,pictures')).toThrow(
    'OUTPUTS is "data,pictures": use all, pages, or some of cards,embeds,data.',
  );
});
