import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UserError } from '../loader/diagnostic.ts';
import { listFiles } from '../loader/read-files.ts';
import type { Input } from './item.ts';

/** Maximum size of a file in bytes: a library of a hundred thousand highlights. */
const MAX_BYTES = 100_000_000;

/** Reports an assumed encoding, or a file of a folder that was left out. */
type Notify = (notice: string) => void;

/**
 * Reads and decodes a file, or the Markdown files of a folder. Throws a UserError that lists all
 * files that cannot be read.
 */
export function readSource(path: string, notify: Notify): { inputs: Input[]; isFolder: boolean } {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`${path}: no such file or folder.`);
  const isFolder = stats.isDirectory();
  if (!isFolder && !stats.isFile()) throw new UserError(`${path}: is not a file.`);
  const failures: string[] = [];
  const inputs = isFolder
    ? readFolder(path, notify, failures)
    : readFile(path, path, notify, failures);
  if (failures.length > 0) throw new UserError(failures.join('\n'));
  if (inputs.length === 0) throw new UserError(`${path}: has no Markdown files.`);
  return { inputs, isFolder };
}

function readFolder(path: string, notify: Notify, failures: string[]): Input[] {
  const names = listFiles(path)
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((name) => !/(?:^|\/)\./u.test(name))
    .toSorted();
  return names.flatMap((name) => {
    const file = join(path, name);
    const isMarkdown = /\.(?:md|markdown)$/iu.test(name);
    // A link may lead to a folder, or nowhere.
    if (isMarkdown && statSync(file, { throwIfNoEntry: false })?.isFile())
      return readFile(file, name, notify, failures);
    notify(`left out: ${name} ${isMarkdown ? 'leads to no file' : 'is not Markdown'}`);
    return [];
  });
}

function readFile(path: string, name: string, notify: Notify, failures: string[]): Input[] {
  const refuse = (why: string): [] => {
    failures.push(`${name}: ${why}`);
    return [];
  };
  if (statSync(path).size > MAX_BYTES) return refuse('is larger than 100 MB.');
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 8).toString('latin1');
  // Office documents and archives, PDF, databases, RTF.
  if (['PK\x03\x04', '%PDF', 'SQLite', '{\\rtf'].some((magic) => head.startsWith(magic)))
    return refuse('is not a text file: save or export it as text, CSV or Markdown.');
  const { text, encoding } = decode(bytes);
  if (encoding !== undefined) notify(`${name} is not UTF-8: read as ${encoding}`);
  return [{ name, text: text.replace(/\r\n?/gu, '\n') }];
}

/**
 * Detects UTF-16 by a byte order mark or by zero bytes; otherwise decodes as UTF-8. If the bytes
 * are invalid and no valid multi-byte character occurs, they are Windows-1252. If some occur, the
 * file is damaged, and U+FFFD marks its lines.
 */
function decode(bytes: Buffer): { text: string; encoding?: string } {
  const as = (label: string) => new TextDecoder(label).decode(bytes);
  const sample = bytes.subarray(0, 1000);
  const zeros = (odd: 0 | 1) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  const mark = bytes.subarray(0, 2).toString('hex');
  const isWide = (odd: 0 | 1) => sample.length > 3 && zeros(odd) > sample.length / 4;
  if (mark === 'fffe' || isWide(1)) return { text: as('utf-16le'), encoding: 'UTF-16' };
  if (mark === 'feff' || isWide(0)) return { text: as('utf-16be'), encoding: 'UTF-16' };
  const text = as('utf-8');
  if (!text.includes('\uFFFD') || bytes.includes('\uFFFD')) return { text };
  const isMixed = /[^\0-\x7F\uFFFD]/u.test(text.replace(/^\uFEFF/u, ''));
  return isMixed ? { text } : { text: as('windows-1252'), encoding: 'Windows-1252' };
}
