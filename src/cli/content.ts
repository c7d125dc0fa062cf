import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { formatProblem, type Problem } from '../collection/problem.ts';

/** A path as a reader at the terminal would write it: relative where it lies below. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : below;
}

/** A number with its noun: `1 quote`, `2 quotes`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Prints problems on stderr, one a line, under the path of their content folder. */
export function printProblems(folder: string, problems: Problem[]): void {
  for (const problem of problems) {
    const file = shownPath(resolve(folder, problem.file));
    console.error(formatProblem({ ...problem, file }));
  }
}

/** Whether files may go to a folder: it is free, holds the very `same`, or something `other`. */
export function stateOf(folder: string, files: Map<string, string>): 'free' | 'same' | 'other' {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return 'free';
  if (!stats.isDirectory()) return 'other';
  const there = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  const isSame =
    there.length === files.size &&
    there.every((path) => files.get(path) === readFileSync(join(folder, path), 'utf8'));
  if (isSame) return 'same';
  return readdirSync(folder).length === 0 ? 'free' : 'other';
}

/** Makes a folder that is not there yet, or empty, with all files at once or not at all. */
export function createFolder(folder: string, files: Map<string, string>): void {
  const unfinished = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(unfinished, path)), { recursive: true });
      writeFileSync(join(unfinished, path), text);
    }
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
