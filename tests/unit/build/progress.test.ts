import { expect, test } from 'vitest';
import { progress, progressLine } from '../../../src/build/progress.ts';

test('a long build says what is done and what is left at its pace', () => {
  expect(progressLine(2500, 10_000, 10_000)).toBe('2,500 of 10,000 files written, about 30 s left');
  expect(progressLine(1000, 100_000, 10_000)).toBe(
    '1,000 of 100,000 files written, about 17 min left',
  );
});

test('a build speaks every ten seconds, so a short one says nothing', () => {
  const said: string[] = [];
  let time = 0;
  const step = progress(
    100,
    (line) => said.push(line),
    () => time,
  );
  for (time of [4000, 9999]) step();
  expect(said).toEqual([]);
  for (time of [10_000, 15_000, 20_000]) step();
  expect(said).toEqual([
    '3 of 100 files written, about 5 min left',
    '5 of 100 files written, about 6 min left',
  ]);
});
