/** A place in a file: line and column, from 1, the column in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** Where a character of a text stands, by its index. */
export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const column = index - before.lastIndexOf('\n');
  return { line: before.split('\n').length, column };
}
