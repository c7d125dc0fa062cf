import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { formatProblem, type Diagnostic } from '../loader/diagnostic.ts';

/** A path as a reader at the terminal would write it: relative where it lies below. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : below;
}

/** A number with its noun: `1 quote`, `2 quotes`. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Prints problems on stderr, one a line with column and rule, under the path of their folder. */
export function printProblems(folder: string, problems: Diagnostic[]): void {
  for (const { file, line, column, ...problem } of problems) {
    const place = [shownPath(resolve(folder, file)), line, column];
    const said = formatProblem({ ...problem, file: place.filter(Boolean).join(':') });
    console.error(`${said} (${problem.rule})`);
  }
}

/** What is where a collection is to go: nothing, a collection, or something else. */
export function stateOf(folder: string): 'free' | 'collection' | 'other' {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return 'free';
  if (!stats.isDirectory()) return 'other';
  if (existsSync(join(folder, COLLECTION_FILE))) return 'collection';
  return readdirSync(folder).length === 0 ? 'free' : 'other';
}

/** Makes a folder and those around it; Node's own way never ends where the system makes none. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Does something at once that no signal may leave half done: it ends the program afterwards. */
function uninterrupted<Result>(work: () => Result): Result {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const wait = (signal: NodeJS.Signals) => {
    for (const each of signals) process.off(each, wait);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, wait);
  try {
    return work();
  } finally {
    // A signal that came meanwhile is heard when the work is done.
    setImmediate(() => {
      for (const signal of signals) process.off(signal, wait);
    });
  }
}

/** Writes files into a folder beside the one they are for. */
function stage(folder: string, files: Pick<FileChange, 'path' | 'after'>[]): void {
  for (const { path, after } of files) {
    makeFolder(dirname(join(folder, path)));
    writeFileSync(join(folder, path), after);
  }
}

/** Checks a folder before it is moved into place: gives what else is to change, or nothing if it fails. */
type Check = (staged: string) => FileChange[] | undefined;

/**
 * Makes a folder that is not there yet, or empty, with all files at once, if they pass a check
 * beside it, or not at all.
 */
export function createFolder(folder: string, files: Map<string, string>, check: Check): boolean {
  const unfinished = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  return uninterrupted(() => {
    try {
      stage(
        unfinished,
        [...files].map(([path, after]) => ({ path, after })),
      );
      const more = check(unfinished);
      if (!more) return false;
      stage(unfinished, more);
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(unfinished, folder);
      return true;
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  });
}

/** The text of a file before and after; one that is new has nothing before. */
export interface FileChange {
  path: string;
  before?: string;
  after: string;
}

/** The text of a file that is removed. */
export type FileRemoval = Required<Pick<FileChange, 'path' | 'before'>>;

/** Replaces files of a folder, each as a whole; a file that stays the same is not touched. */
export function replaceFiles(folder: string, files: Pick<FileChange, 'path' | 'after'>[]): void {
  const changed = files
    .map(({ path, after }) => ({ path: join(folder, path), after }))
    .filter(({ path, after }) => !existsSync(path) || readFileSync(path, 'utf8') !== after);
  uninterrupted(() => {
    for (const { path, after } of changed) writeFileSync(`${path}.new`, after);
    for (const { path } of changed) renameSync(`${path}.new`, path);
  });
}

/**
 * Changes and removes files in a folder, all of them or none: this is done in a copy beside it,
 * which has to pass a check, and then the files are moved into place.
 */
export function changeFolder(
  folder: string,
  changes: FileChange[],
  check: Check,
  removals: FileRemoval[] = [],
): boolean {
  const target = realpathSync(folder);
  const staged = join(dirname(target), `.${basename(target)}.${process.pid}`);
  return uninterrupted(() => {
    const moved: Pick<FileChange, 'path' | 'before'>[] = [];
    try {
      cpSync(target, staged, { recursive: true, verbatimSymlinks: true });
      stage(staged, changes);
      for (const { path } of removals) rmSync(join(staged, path));
      const more = check(staged);
      if (!more) return false;
      stage(staged, more);
      for (const change of [...changes, ...more]) {
        makeFolder(dirname(join(target, change.path)));
        renameSync(join(staged, change.path), join(target, change.path));
        moved.push(change);
      }
      for (const removal of removals) {
        rmSync(join(target, removal.path));
        moved.push(removal);
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
