import { expect, test } from 'vitest';
import { memoryOf, secondsOf } from '../../bench/cpu-time.ts';

test('the processor time of a command includes that of its children', () => {
  expect(secondsOf('0m1.250s 0m0.500s\n1m2.000s 0m0.250s\n')).toBe(64);
});

test('the memory of a command includes all its descendants, in any order', () => {
  expect(memoryOf(10, ' 12 11 3000\n 10 1 1000\n 11 10 2000\n 13 1 9000\n')).toBe(6);
});
