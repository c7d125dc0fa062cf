import { join } from 'node:path';
import { printable } from '../text/forbidden-characters.ts';
import type { RuleId } from './rules.ts';

/** Something wrong with a content file, in words its author can act on. */
export interface Diagnostic {
  rule: RuleId;
  severity: 'error' | 'warning';
  /** Relative to the content folder. */
  file: string;
  /** From 1. */
  line?: number;
  /** From 1, in UTF-16 units. */
  column?: number;
  /** A key of the frontmatter or of `collection.yaml`, or `body`. */
  field?: string;
  message: string;
  hint: string;
}

/** Takes a problem as it is found; its rule says how severe it is. */
export type Reporter = (problem: Omit<Diagnostic, 'severity'>) => void;

/** One line a problem, `FILE:LINE: FIELD: MESSAGE FIX`, as editors and terminals link it. */
export function formatProblem(problem: Diagnostic): string {
  const { severity, file, line, field, message, hint } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  const subject = field === undefined ? '' : `${field}: `;
  const mark = severity === 'warning' ? 'warning: ' : '';
  // Names of files and broken YAML come as they are.
  return printable(`${place}: ${mark}${subject}${message} ${hint}`).trimEnd();
}

/** An error whose message tells whoever runs the project what to do, without a stack. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Thrown where a collection with errors would otherwise be used; its message lists them all. */
export class ContentError extends UserError {
  override name = 'ContentError';
  readonly problems: Diagnostic[];
  /** What the development server shows in the browser: the lines around the first error. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  constructor(folder: string, problems: Diagnostic[]) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const count = `${errors} ${errors === 1 ? 'error' : 'errors'} in ${folder}`;
    super([`${count}:`, ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
    const first = problems.find(({ severity, line }) => severity === 'error' && line);
    this.loc = first && {
      file: join(folder, first.file),
      line: first.line ?? 1,
      column: first.column ?? 1,
    };
  }
}
