/** A place in a file: line and column, from 1, the column in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** The position of a character of a text, by its index. */
export function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index);
  const column = index - before.lastIndexOf('\n');
  return { line: before.split('\n').length, column };
}
