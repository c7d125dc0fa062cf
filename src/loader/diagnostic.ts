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

/** Where in a file something is wrong, as far as it has a place of its own. */
export interface FieldPosition extends Partial<Position> {
  /** A key of the frontmatter or of `collection.yaml`, or `body`. */
  field?: string | undefined;
}

/** Something wrong with a content file, in words its author can act on. */
export interface Diagnostic extends FieldPosition {
  /** Relative to the content folder. */
  file: string;
  rule: RuleId;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/** Takes what is wrong with a file as it is found; its rule says how severe it is. */
export type Reporter = (
  rule: RuleId,
  message: string,
  hint: string,
  position?: FieldPosition,
) => void;

/** What is reported of a file: the rule, the message, the hint and the place. */
export type DiagnosticDetails = Parameters<Reporter>;

/** Gives the reporter of each file of a content folder. */
export type FolderReporter = (file: string) => Reporter;

/** Reporters that add to a list. */
export function reportTo(problems: Diagnostic[]): FolderReporter {
  return (file) => (rule, message, hint, position) =>
    problems.push({ file, ...position, rule, severity: rules[rule].severity, message, hint });
}

/** What is reported of a character that `findForbiddenCharacter` found. */
export function describeForbiddenCharacter(
  { name }: { name: string },
  position: FieldPosition,
): DiagnosticDetails {
  const message = `contains the invisible or control character ${name}.`;
  return ['forbidden-character', message, 'Remove it.', position];
}

/** One line a problem, `FILE:LINE: FIELD: MESSAGE FIX`, as editors and terminals link it. */
export function formatProblem(problem: Diagnostic): string {
  const { severity, file, line, field, message, hint } = problem;
  const location = line === undefined ? file : `${file}:${line}`;
  const subject = field === undefined ? '' : `${field}: `;
  const mark = severity === 'warning' ? 'warning: ' : '';
  // Names of files and broken YAML come as they are.
  return printable(`${location}: ${mark}${subject}${message} ${hint}`).trimEnd();
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
