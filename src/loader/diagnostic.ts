import { join } from 'node:path';
import { printable } from '../text/forbidden-characters.ts';
import { rules, type RuleId } from './rules.ts';

/** A position in a file. Line and column start at 1; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Converts an index in a text to a position. */
export function positionAt(text: string, index: number): Position {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** The field and position of a problem, as far as they are known. */
export interface FieldPosition extends Partial<Position> {
  /** A key of the frontmatter or of `collection.yaml`, or `body`. */
  field?: string | undefined;
}

/** A problem of a content file, described so that its author can fix it. */
export interface Diagnostic extends FieldPosition {
  /** Relative to the content folder. */
  file: string;
  rule: RuleId;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/** Reports a problem of one file. The rule determines the severity. */
export type Reporter = (rule: RuleId, message: string, hint: string, at?: FieldPosition) => void;

/** A problem that is not reported yet: the arguments of a `Reporter`. */
export type Finding = Parameters<Reporter>;

/** Returns the reporter for a file of a content folder. */
export type FolderReporter = (file: string) => Reporter;

/** Creates reporters that append to a list. */
export function reportTo(problems: Diagnostic[]): FolderReporter {
  return (file) => (rule, message, hint, position) =>
    problems.push({ file, ...position, rule, severity: rules[rule].severity, message, hint });
}

/** Describes a character that `findForbiddenCharacter` found. */
export function describeForbidden({ name }: { name: string }, at: FieldPosition): Finding {
  const message = `contains the invisible or control character ${name}.`;
  return ['forbidden-character', message, 'Remove it.', at];
}

/** Formats a problem as `FILE:LINE: FIELD: MESSAGE HINT`, which editors turn into a link. */
export function formatProblem(problem: Diagnostic): string {
  const { severity, file, line, field, message, hint } = problem;
  const location = line === undefined ? file : `${file}:${line}`;
  const subject = field === undefined ? '' : `${field}: `;
  const mark = severity === 'warning' ? 'warning: ' : '';
  // File names and broken YAML may contain control characters.
  return printable(`${location}: ${mark}${subject}${message} ${hint}`).trimEnd();
}

/** An error that the user can fix. Only its message is shown, without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Thrown if a collection that must be valid has errors. Its message lists every problem. */
export class ContentError extends UserError {
  override name = 'ContentError';
  /** The first error with a line; the development server shows the lines around it. */
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
