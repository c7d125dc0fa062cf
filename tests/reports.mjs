/** Counts the tests in a Vitest JSON report; a file that failed before any test is a failure. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts the tests in a Playwright JSON report; an error outside every test is a failure. A test
 * that passed in a retry has passed, because a busy machine can make it fail once.
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** Returns the counts of a step, with one failure if the runner failed but its report has none. */
export function countStep(exitCode, counts = { passed: 0, failed: 0, skipped: 0 }) {
  const isUnreported = exitCode !== 0 && counts.failed === 0;
  return isUnreported ? { ...counts, failed: 1 } : counts;
}

/** Returns the last line of a test run, which is machine-readable. */
export function summary(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** Returns the line about skipped tests; empty if there are none. */
export function skippedLine(counts) {
  const skipped = counts.reduce((total, count) => total + count.skipped, 0);
  return skipped === 0 ? '' : `${skipped} skipped because a program is not installed`;
}

function isFailed(assertion) {
  return assertion.status === 'failed';
}
