import {
  formatProblem,
  reportTo,
  type Diagnostic,
  type FolderReporter,
} from '../../../src/loader/diagnostic.ts';

/** Returns the problems that a check reports, one line each. */
export function reported(check: (report: FolderReporter) => void): string[] {
  const problems: Diagnostic[] = [];
  check(reportTo(problems));
  return problems.map(formatProblem);
}
