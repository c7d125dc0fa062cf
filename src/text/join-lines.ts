import { UNSPACED_LETTERS } from './tokenize.ts';

/** Letters and punctuation of scripts without spaces. */
const unspaced = `[${UNSPACED_LETTERS}\\u3000-\\u303F\\uFF01-\\uFF60]`;
const endsUnspaced = new RegExp(`${unspaced}\\p{M}*$`, 'u');
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u');

/** Joins lines of running text with spaces, except within scripts that have none. */
export function joinLines(lines: string[]): string {
  const joined = lines.map((line, index) => {
    const previous = lines[index - 1];
    const isUnspaced =
      previous === undefined || (endsUnspaced.test(previous) && beginsUnspaced.test(line));
    return (isUnspaced ? '' : ' ') + line;
  });
  return joined.join('');
}
