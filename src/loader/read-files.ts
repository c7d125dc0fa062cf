import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Reporter } from './diagnostic.ts';

/**
 * What a folder and those in it contain. Links to folders are not followed, as Node's own recursion
 * does: they may lead round in circles.
 */
export function listFiles(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)) : [entry],
  );
}

/** The text of a UTF-8 file, with LF line ends and no BOM; reports why there is none. */
export function readUtf8File(path: string, report: Reporter): string | undefined {
  // A name that is not UTF-8 is no path to its own file.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    report('not-a-file', 'is not a file.', 'Put a text file of that name in its place.');
    return undefined;
  }
  const bytes = readFileSync(path);
  if (isUtf8Text(bytes)) return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  // No byte of a longer character is a line end.
  const lines = bytes.toString('latin1').split('\n');
  const line = 1 + lines.findIndex((bytes) => !isUtf8Text(Buffer.from(bytes, 'latin1')));
  report('encoding', 'is not UTF-8 text.', 'Save it again with the encoding UTF-8.', { line });
  return undefined;
}

/** ASCII in UTF-16 is valid UTF-8, in which every other byte is zero. */
function isUtf8Text(bytes: Uint8Array): boolean {
  return bytes[0] !== 0 && bytes[1] !== 0 && isUtf8(bytes);
}
