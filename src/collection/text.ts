import { readFileSync, statSync } from 'node:fs';

/** The text of a UTF-8 file, with LF line ends and no BOM, or why it cannot be read. */
export function readText(
  path: string,
): { text: string } | { rule: 'not-a-file' | 'encoding'; message: string; fix: string } {
  if (!statSync(path).isFile()) {
    return {
      rule: 'not-a-file',
      message: 'is not a file.',
      fix: 'Put a text file of that name in its place.',
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { text: text.replaceAll('\r\n', '\n') };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      rule: 'encoding',
      message: 'is not UTF-8 text.',
      fix: 'Save it again with the encoding UTF-8.',
    };
  }
}
