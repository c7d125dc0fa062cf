import { expect, test } from 'vitest';
import { countPlaywright, countStep, countVitest, skippedLine, summary } from '../reports.mjs';

test('passed, failed and skipped unit tests are counted', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('a unit test file that cannot be loaded is a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test('browser tests that failed or could not be loaded are failures, those that passed in a retry are not', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'SyntaxError' }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a runner that fails without a report is one failure', () => {
  expect(countStep(1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a failure in the report is not counted twice', () => {
  const counts = { passed: 3, failed: 2, skipped: 0 };
  expect(countStep(1, counts)).toEqual(counts);
});

test('the summary adds up the steps', () => {
  const counts = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 0 },
  ];
  expect(summary(counts)).toBe('41 passed, 2 failed');
});

test('skipped tests have a separate line', () => {
  const counts = [{ passed: 1, failed: 0, skipped: 3 }];
  expect(summary(counts)).toBe('1 passed, 0 failed');
  expect(skippedLine(counts)).toMatch(/^3 skipped/);
  expect(skippedLine([])).toBe('');
});
