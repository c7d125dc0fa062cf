import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { entriesBelow } from '../loader/read-files.ts';
import type { Input } from './item.ts';

/** The largest file that is read, in bytes: a library of a hundred thousand highlights. */
const MAX_BYTES = 100_000_000;

export interface Source {
  inputs: Input[];
  isFolder?: true;
  /** What was assumed of the encoding, or left out of a folder. */
  notices: string[];
  /** Why it cannot be read at all. */
  failure?: string | undefined;
}

/** Reads a file, or the Markdown files of a folder, and decodes them. */
export function readSource(path: string): Source {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return fail(path, 'there is no such file or folder.');
  if (stats.isDirectory()) return readFolder(path);
  if (!stats.isFile()) return fail(path, 'is not a file.');
  return readFile(path, path);
}

function readFolder(path: string): Source {
  const names = entriesBelow(path)
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((name) => !/(?:^|\/)\./u.test(name))
    .toSorted();
  const sources = names.map((name): Source => {
    const file = join(path, name);
    const leftOut = (why: string) => ({ inputs: [], notices: [`left out: ${name} ${why}`] });
    if (!/\.(?:md|markdown)$/iu.test(name)) return leftOut('is not Markdown');
    // A link may lead to a folder, or nowhere.
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    return isFile ? readFile(file, name) : leftOut('leads to no file');
  });
  const inputs = sources.flatMap((source) => source.inputs);
  const failed = inputs.length > 0 ? undefined : fail(path, 'has no Markdown files.');
  const { failure } = sources.find((source) => source.failure) ?? failed ?? {};
  const notices = sources.flatMap((source) => source.notices);
  return { inputs, isFolder: true, notices, failure };
}

function readFile(path: string, name: string): Source {
  if (statSync(path).size > MAX_BYTES) return fail(name, 'is larger than 100 MB.');
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 8).toString('latin1');
  // Office documents and archives, PDF, databases, RTF.
  if (['PK\x03\x04', '%PDF', 'SQLite', '{\\rtf'].some((magic) => head.startsWith(magic)))
    return fail(name, 'is no text: save or export it as text, CSV or Markdown.');
  const { text, encoding } = decode(bytes);
  const notices = encoding === undefined ? [] : [`${name} is not UTF-8: read as ${encoding}`];
  return { inputs: [{ name, text: text.replace(/\r\n?/gu, '\n') }], notices };
}

function fail(name: string, message: string): Source {
  return { inputs: [], notices: [], failure: `${name}: ${message}` };
}

/**
 * Decodes by a byte order mark, by the zeros of UTF-16, or as UTF-8. Bytes that are not UTF-8 are
 * Windows-1252 where none of them is; where some are, the file is damaged, and U+FFFD marks its lines.
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
