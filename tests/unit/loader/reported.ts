import {
  formatProblem,
  reportTo,
  type Diagnostic,
  type FolderReporter,
} from '../../../src/loader/diagnostic.ts';

/** The problems that something reports, each as a line. */
export function reported(check: (report: FolderReporter) => void): string[] {
  const problems: Diagnostic[] = [];
  check(reportTo(problems));
  return problems.map(formatProblem);
}
