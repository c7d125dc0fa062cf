import { join } from 'node:path';
import { printable } from '../text/forbidden-characters.ts';
import { rules, type RuleId } from './rules.ts';

/** A place in a file: line and column, from 1, the column in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** The position of a character of a text, by its index. */
export function positionAt(text: string, index: number): Position {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** Something wrong with a content file, in words its author can act on. */
export interface Diagnostic extends Partial<Position> {
  rule: RuleId;
  severity: 'error' | 'warning';
  /** Relative to the content folder. */
  file: string;
  /** A key of the frontmatter or of `collection.yaml`, or `body`. */
  field?: string;
  message: string;
  hint: string;
}

/** Takes a problem as it is found; its rule says how severe it is. */
export type Reporter = (problem: Omit<Diagnostic, 'severity'>) => void;

/** A reporter that adds to a list. */
export function reportTo(problems: Diagnostic[]): Reporter {
  return (problem) => problems.push({ ...problem, severity: rules[problem.rule].severity });
}

/** The problem that a character is, found by `findForbiddenCharacter`. */
export const forbiddenCharacter = ({ name }: { name: string }) => ({
  rule: 'forbidden-character' as const,
  message: `contains the invisible or control character ${name}.`,
  hint: 'Remove it.',
});

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
  /** What the development server shows in the browser: the lines around the first error. */
  readonly loc: ({ file: string } & Position) | undefined;

  constructor(folder: string, problems: Diagnostic[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in ${folder}`;
    super([`${count}:`, ...problems.map(formatProblem)].join('\n'));
    const first = errors.find(({ line }) => line !== undefined);
    this.loc = first && {
      file: join(folder, first.file),
      line: first.line!,
      column: first.column ?? 1,
    };
  }
}
