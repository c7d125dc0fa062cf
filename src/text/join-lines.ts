import { UNSPACED_LETTERS } from './tokenize.ts';

/** Letters and punctuation of scripts without spaces, whose lines are joined without one. */
const unspaced = `[${UNSPACED_LETTERS}\\u3000-\\u303F\\uFF01-\\uFF60]`;
const endsUnspaced = new RegExp(`${unspaced}\\p{M}*$`, 'u');
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u');

/** Lines of running text as one, with a space between them where their script has spaces. */
export function joinLines(lines: string[]): string {
  const joined = lines.map((line, at) => {
    const above = lines[at - 1];
    const isUnspaced =
      above === undefined || (endsUnspaced.test(above) && beginsUnspaced.test(line));
    return (isUnspaced ? '' : ' ') + line;
  });
  return joined.join('');
}
