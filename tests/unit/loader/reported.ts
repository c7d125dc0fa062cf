import {
  formatProblem,
  reportTo,
  type Diagnostic,
  type Reporter,
} from '../../../src/loader/diagnostic.ts';

/** The problems that something reports, each as a line. */
export function reported(check: (report: Reporter) => void): string[] {
  const problems: Diagnostic[] = [];
  check(reportTo(problems));
  return problems.map(formatProblem);
}
