import { expect, test } from 'vitest';
import { askedOutputs } from '../../../src/collection/outputs.ts';

test('everything stands beside a permalink unless less is asked for', () => {
  expect([...askedOutputs(undefined)]).toEqual(['cards', 'frames', 'data']);
  expect([...askedOutputs('data, frames')]).toEqual(['data', 'frames']);
  expect([...askedOutputs('pages')]).toEqual([]);
});

test('an output that nobody knows is refused with those that there are', () => {
  expect(() => askedOutputs('data,pictures')).toThrow(
    'OUTPUTS is "data,pictures": use all, pages, or some of cards,frames,data.',
  );
});
