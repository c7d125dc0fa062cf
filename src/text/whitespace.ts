/** Right-to-left and left-to-right marks, typed where a line would look wrong without them. */
const direction = '\\u200E\\u200F\\u061C';
/** What may be between pieces of a line. */
export const gap = `[\\s${direction}]`;

/** Whether a text begins with what may be between pieces. */
const isGap = new RegExp(`^${gap}`, 'u');

/** White space of any kind and length as one space, without any at the ends. */
export function singleSpaced(text: string): string {
  return trimmed(text.replace(/\s{2,}/gu, ' '));
}

/** Paragraphs and line ends of a text, without white space around each line. */
export function tidyLines(text: string): string {
  return text
    .replace(/[\v\f\u2028\u2029]|\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A text without white space and marks of direction at its ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isGap.test(text[start]!)) start++;
  while (end > start && isGap.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** A mark of direction at the beginning of a text. */
export const isDirection = new RegExp(`^[${direction}]`, 'u');
