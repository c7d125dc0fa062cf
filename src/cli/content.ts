import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { COLLECTION_FILE } from '../loader/file-names.ts';
import { formatProblem, UserError, type Diagnostic } from '../loader/diagnostic.ts';
import type { FileChange } from '../loader/file-names.ts';
import { readCollection } from '../loader/load.ts';
import type { RuleId } from '../loader/rules.ts';
import { collectionSchema } from '../loader/schema.ts';
import { UsageError } from './arguments.ts';

/** A path as a reader at the terminal would write it: relative where it lies below. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : below;
}

/** A number with its noun: `1 quote`, `2 quotes`. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** How much is in a collection: `75 quotes in 8 parts`. */
export function sizeOf({ quotes, parts }: { quotes: unknown[]; parts: unknown[] }): string {
  const inParts = parts.length === 0 ? '' : ` in ${pluralize(parts.length, 'part')}`;
  return pluralize(quotes.length, 'quote') + inParts;
}

/** Prints problems on stderr, one a line with column and rule, under the path of their folder. */
export function printProblems(folder: string, problems: Diagnostic[]): void {
  for (const { file, line, column, ...problem } of problems) {
    const location = [shownPath(resolve(folder, file)), line, column];
    const text = formatProblem({ ...problem, file: location.filter(Boolean).join(':') });
    console.error(`${text} (${problem.rule})`);
  }
}

/** Prints the errors among problems, but for one rule; whether there are some. */
export function printErrors(folder: string, problems: Diagnostic[], allowed?: RuleId): boolean {
  const errors = problems.filter(({ severity, rule }) => severity === 'error' && rule !== allowed);
  printProblems(folder, errors);
  return errors.length > 0;
}

/** Reads a collection that must have no errors; else prints them, as those of `shown`, and refuses. */
export function loadValid(folder: string, refusal: string, shownFolder = folder) {
  const loaded = readCollection(folder);
  const { config, collection } = loaded;
  if (config && collection) return { ...loaded, config, collection };
  printErrors(shownFolder, loaded.problems);
  throw new UserError(refusal);
}

/** What is where a collection is to go: nothing, a collection, or something else. */
export function targetState(folder: string): 'free' | 'collection' | 'other' {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return 'free';
  if (!stats.isDirectory()) return 'other';
  if (existsSync(join(folder, COLLECTION_FILE))) return 'collection';
  return readdirSync(folder).length === 0 ? 'free' : 'other';
}

/** Refuses options that could not be settings of a collection. */
export function checkSettings(values: Partial<Record<'title' | 'person' | 'lang', unknown>>): void {
  for (const name of ['title', 'person', 'lang'] as const) {
    const { error } = collectionSchema.shape[name].optional().safeParse(values[name]);
    if (error) throw new UsageError(`--${name} ${error.issues[0]!.message}`);
  }
}

/** Makes a folder and those around it; Node's own way never ends where the system makes none. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Does something at once that no signal may leave half done: it ends the program afterwards. */
function deferringSignals<Result>(work: () => Result): Result {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const deferSignal = (signal: NodeJS.Signals) => {
    for (const each of signals) process.off(each, deferSignal);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, deferSignal);
  try {
    return work();
  } finally {
    // A signal that came meanwhile is heard when the work is done.
    setImmediate(() => {
      for (const signal of signals) process.off(signal, deferSignal);
    });
  }
}

/** Makes changes in a copy of the folder that they are for. */
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
 * Changes files of a folder, which may be a new one, all of them or none: this is done in a copy
 * beside it, and then the files are moved into place. The check of the copy gives what else is to
 * change, or nothing if it fails.
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
