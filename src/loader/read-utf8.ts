import { readFileSync, statSync } from 'node:fs';
import type { Reporter } from './diagnostic.ts';

/** The text of a UTF-8 file, with LF line ends and no BOM; reports, under a name, why there is none. */
export function readUtf8File(path: string, file: string, report: Reporter): string | undefined {
  // A name that is not UTF-8 is no path to its own file.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const hint = 'Put a text file of that name in its place.';
    report({ rule: 'not-a-file', file, message: 'is not a file.', hint });
    return undefined;
  }
  const bytes = readFileSync(path);
  const text = decode(bytes);
  if (text === undefined) {
    const hint = 'Save it again with the encoding UTF-8.';
    const line = firstUnreadable(bytes);
    report({ rule: 'encoding', file, line, message: 'is not UTF-8 text.', hint });
  }
  return text?.replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array): string | undefined {
  // ASCII in UTF-16 has every other byte zero.
  if (bytes[0] === 0 || bytes[1] === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** The first line, from 1, that is not UTF-8: no byte of a longer character is a line end. */
function firstUnreadable(bytes: Uint8Array): number {
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(10, start);
    const isLast = end === -1;
    if (isLast || decode(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}
