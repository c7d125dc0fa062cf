/** Left-to-right, right-to-left and Arabic letter marks. */
const directionMarks = '\\u200E\\u200F\\u061C';
/** A character that can separate the pieces of a line. */
export const gap = `[\\s${directionMarks}]`;

const startsWithGap = new RegExp(`^${gap}`, 'u');
export const startsWithDirectionMark = new RegExp(`^[${directionMarks}]`, 'u');

/** Replaces two or more white-space characters in a row with one space, and trims the ends. */
export function singleSpaced(text: string): string {
  return trimmed(text.replace(/\s{2,}/gu, ' '));
}

/** Trims each line and keeps at most one empty line between paragraphs. */
export function tidyLines(text: string): string {
  return text
    .replace(/[\v\f\u2028\u2029]|\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Removes white space and direction marks from both ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && startsWithGap.test(text[start]!)) start++;
  while (end > start && startsWithGap.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}
