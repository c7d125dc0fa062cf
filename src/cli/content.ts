import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync } from 'node:fs';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { COLLECTION_FILE } from '../loader/file-names.ts';
import { formatProblem, UserError, type Diagnostic } from '../loader/diagnostic.ts';
import type { FileChange } from '../loader/file-names.ts';
import { readCollection } from '../loader/load.ts';
import type { RuleId } from '../loader/rules.ts';
import { collectionSchema } from '../loader/schema.ts';
import { UsageError } from './arguments.ts';

/** Formats a path for the terminal: relative if it is inside the working directory. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : below;
}

/** Formats a number with its noun: `1 quote`, `2 quotes`. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Formats the size of a collection: `75 quotes in 8 parts`. */
export function sizeOf({ quotes, parts }: { quotes: unknown[]; parts: unknown[] }): string {
  const inParts = parts.length === 0 ? '' : ` in ${pluralize(parts.length, 'part')}`;
  return pluralize(quotes.length, 'quote') + inParts;
}

/** Prints problems to stderr, one per line, with the path of the file, the column and the rule. */
export function printProblems(folder: string, problems: Diagnostic[]): void {
  for (const { file, line, column, ...problem } of problems) {
    const location = [shownPath(resolve(folder, file)), line, column];
    const text = formatProblem({ ...problem, file: location.filter(Boolean).join(':') });
    console.error(`${text} (${problem.rule})`);
  }
}

/** Prints errors, except those of one rule. Returns whether there are any. */
export function printErrors(folder: string, problems: Diagnostic[], allowed?: RuleId): boolean {
  const errors = problems.filter(({ severity, rule }) => severity === 'error' && rule !== allowed);
  printProblems(folder, errors);
  return errors.length > 0;
}

/** Loads a valid collection, or prints its errors under `shownFolder` and throws `refusal`. */
export function loadValid(folder: string, refusal: string, shownFolder = folder) {
  const loaded = readCollection(folder);
  const { config, collection } = loaded;
  if (config && collection) return { ...loaded, config, collection };
  printErrors(shownFolder, loaded.problems);
  throw new UserError(refusal);
}

/** Returns what is at the path of a new collection: nothing, a collection, or something else. */
export function targetState(folder: string): 'free' | 'collection' | 'other' {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return 'free';
  if (!stats.isDirectory()) return 'other';
  if (existsSync(join(folder, COLLECTION_FILE))) return 'collection';
  return readdirSync(folder).length === 0 ? 'free' : 'other';
}

/** Throws a UsageError for options that are not valid settings of a collection. */
export function checkSettings(values: Partial<Record<'title' | 'person' | 'lang', unknown>>): void {
  for (const name of ['title', 'person', 'lang'] as const) {
    const { error } = collectionSchema.shape[name].optional().safeParse(values[name]);
    if (error) throw new UsageError(`--${name} ${error.issues[0]!.message}`);
  }
}

/** Creates a folder and its parents. Node's recursive mkdir never returns if the system refuses. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Runs work that a signal must not interrupt. The signal ends the program afterwards. */
function deferringSignals<Result>(work: () => Result): Result {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const deferSignal = (signal: NodeJS.Signals) => {
    for (const other of signals) process.off(other, deferSignal);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, deferSignal);
  try {
    return work();
  } finally {
    // Pending signals are delivered on the next turn of the event loop.
    setImmediate(() => {
      for (const signal of signals) process.off(signal, deferSignal);
    });
  }
}

/** Applies changes to the staged copy of a folder. */
function stage(copy: string, changes: FileChange[]): void {
  for (const { path, after } of changes) {
    const file = join(copy, path);
    if (after === undefined) rmSync(file);
    else {
      makeFolder(dirname(file));
      writeFileSync(file, after);
    }
  }
}

/**
 * Applies all changes to a folder, which may be new, or none of them. Stages a copy next to it, then
 * moves the files. `check` returns further changes, or undefined to cancel. Returns whether it wrote.
 */
export function changeFolder(
  folder: string,
  changes: FileChange[],
  check: (staged: string) => FileChange[] | undefined,
): boolean {
  const isNew = !existsSync(folder);
  const target = isNew ? folder : realpathSync(folder);
  const staged = join(dirname(target), `.${basename(target)}.${process.pid}`);
  return deferringSignals(() => {
    const moved: FileChange[] = [];
    try {
      if (!isNew) cpSync(target, staged, { recursive: true, verbatimSymlinks: true });
      stage(staged, changes);
      const more = check(staged);
      if (!more) return false;
      stage(staged, more);
      if (isNew) {
        renameSync(staged, target);
        return true;
      }
      for (const change of [...changes, ...more]) {
        const file = join(target, change.path);
        makeFolder(dirname(file));
        if (change.after === undefined) rmSync(file);
        else renameSync(join(staged, change.path), file);
        moved.push(change);
      }
      return true;
    } catch (error) {
      for (const { path, before } of moved) {
        if (before === undefined) rmSync(join(target, path), { force: true });
        else writeFileSync(join(target, path), before);
      }
      throw error;
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
  });
}
