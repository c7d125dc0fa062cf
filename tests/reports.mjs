/** What a Vitest JSON report counts; a file that failed before its first test is one failure. */
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
 * What a Playwright JSON report counts; an error outside every test is one failure. A test that
 * passed when it was tried again has passed: only the journeys in three engines are.
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** The counts of a step; a runner that failed for a reason that its report does not tell adds one. */
export function countStep(exitCode, counts = { passed: 0, failed: 0, skipped: 0 }) {
  const isUntold = exitCode !== 0 && counts.failed === 0;
  return isUntold ? { ...counts, failed: 1 } : counts;
}

/** The last line of a test run, in the form that a machine reads. */
export function summary(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** What the last line leaves out; empty where nothing was skipped. */
export function skippedLine(counts) {
  const skipped = counts.reduce((total, count) => total + count.skipped, 0);
  return skipped === 0 ? '' : `${skipped} skipped for what is not installed`;
}

function isFailed(assertion) {
  return assertion.status === 'failed';
}
