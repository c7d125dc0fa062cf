import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Reporter } from './diagnostic.ts';

/**
 * Lists the files of a folder and its subfolders. Unlike Node's recursive `readdir`, it does not
 * follow links to folders, which may form a cycle.
 */
export function listFiles(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)) : [entry],
  );
}

/** Reads a UTF-8 file as text with LF line endings and no BOM, or reports why it cannot. */
export function readUtf8File(path: string, report: Reporter): string | undefined {
  // A file name that is not UTF-8 is decoded to a path that does not exist.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    report('not-a-file', 'is not a file.', 'Replace it with a text file.');
    return undefined;
  }
  const bytes = readFileSync(path);
  if (isUtf8Text(bytes)) return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  // No byte of a multi-byte character equals a line feed.
  const lines = bytes.toString('latin1').split('\n');
  const line = 1 + lines.findIndex((text) => !isUtf8Text(Buffer.from(text, 'latin1')));
  report('encoding', 'is not UTF-8 text.', 'Save it with UTF-8 encoding.', { line });
  return undefined;
}

/** UTF-16 with only ASCII characters is also valid UTF-8, but every other byte is zero. */
function isUtf8Text(bytes: Uint8Array): boolean {
  return bytes[0] !== 0 && bytes[1] !== 0 && isUtf8(bytes);
}
