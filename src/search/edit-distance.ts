/** Letters are compared as the bits of one machine word. */
const MOST_LETTERS = 31;

/** The letters of ASCII are looked up in an array, which is faster, and all others in a map. */
const ASCII = 0x80;

/** Typing errors between two words: a letter missing, added, wrong, or swapped with its neighbour. */
export interface Edits {
  /** To the whole other word. */
  whole: number;
  /** To the nearest beginning of the other word. */
  beginning: number;
}

/**
 * Counts the errors between a word and others, of which only the first `reach` letters are read. Letters
 * are UTF-16 units, at most 31. (Hyyrö's bit-vector algorithm, with neighbours swapped as one error.)
 */
export function editsFrom(word: string): (other: string, reach: number) => Edits {
  const length = Math.min(word.length, MOST_LETTERS);
  const lastBit = 1 << (length - 1);
  const places = new Int32Array(ASCII);
  const otherPlaces = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const letter = word.charCodeAt(i);
    if (letter < ASCII) places[letter]! |= 1 << i;
    else otherPlaces.set(letter, (otherPlaces.get(letter) ?? 0) | (1 << i));
  }
  return (other, reach) => {
    let more = -1;
    let fewer = 0;
    let diagonal = 0;
    let before = 0;
    let whole = length;
    let beginning = length;
    for (let i = 0; i < other.length && i < reach; i++) {
      const letter = other.charCodeAt(i);
      const here = (letter < ASCII ? places[letter] : otherPlaces.get(letter)) ?? 0;
      const swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & more) + more) ^ more) | here | fewer | swapped;
      const added = fewer | ~(diagonal | more);
      const dropped = diagonal & more;
      if (added & lastBit) whole++;
      if (dropped & lastBit) whole--;
      if (whole < beginning) beginning = whole;
      const shifted = (added << 1) | 1;
      more = (dropped << 1) | ~(diagonal | shifted);
      fewer = shifted & diagonal;
      before = here;
    }
    return { whole: whole + Math.max(0, other.length - reach), beginning };
  };
}
