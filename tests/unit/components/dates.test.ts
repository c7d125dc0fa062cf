import { expect, test } from 'vitest';
import { longDate } from '../../../src/components/dates.ts';

test.each([
  ['2024-05-01', '1 May 2024'],
  ['2024-05', 'May 2024'],
  ['2024', '2024'],
])('%s reads as %s', (date, words) => {
  expect(longDate(date)).toBe(words);
});
