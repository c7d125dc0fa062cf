/** A piece of a message: text, or the text of the element that `name` says. */
export interface Piece {
  name?: string;
  text: string;
}

/** Cuts a message at its tags: `all in <book>the book</book>` has a piece named `book`. */
export function parseTags(message: string): Piece[] {
  // Between every two texts are the name of a tag and what it encloses.
  const parts = message.split(/<(\w+)>(.*?)<\/\1>/su);
  return parts.flatMap((text, at): Piece[] => {
    if (at % 3 === 1) return [{ name: text, text: parts[at + 1]! }];
    return at % 3 === 0 && text !== '' ? [{ text }] : [];
  });
}
