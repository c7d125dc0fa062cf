/** A piece of a message: plain text, or the text inside a tag. */
export interface Piece {
  name?: string;
  text: string;
}

/** Splits a message at its tags: `all in <book>the book</book>` has a piece named `book`. */
export function parseTags(message: string): Piece[] {
  // The list repeats: text, name of a tag, content of the tag.
  const parts = message.split(/<(\w+)>(.*?)<\/\1>/su);
  return parts.flatMap((text, at): Piece[] => {
    if (at % 3 === 1) return [{ name: text, text: parts[at + 1]! }];
    return at % 3 === 0 && text !== '' ? [{ text }] : [];
  });
}
