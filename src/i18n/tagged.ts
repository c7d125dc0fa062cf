/** A piece of a message: text, or the text of the element that `name` says. */
export interface Piece {
  name?: string;
  text: string;
}

/** Cuts a message at its tags: `all in <book>the book</book>` has a piece named `book`. */
export function tagged(message: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: text = '', index } of message.matchAll(
    /<(\w+)>(.*?)<\/\1>/gsu,
  )) {
    if (index > end) pieces.push({ text: message.slice(end, index) });
    pieces.push({ name, text });
    end = index + whole.length;
  }
  if (end < message.length) pieces.push({ text: message.slice(end) });
  return pieces;
}
