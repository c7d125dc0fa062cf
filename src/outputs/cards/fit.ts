import { truncate } from '../../text/excerpt.ts';

/** Measures the height of a text in a column, and the width of its longest word. */
export type Measure = (
  text: string,
  size: number,
  column: number,
) => Promise<{ height: number; longestWord: number }>;

export interface Fitted {
  text: string;
  size: number;
}

/**
 * Finds the largest of `sizes` (descending) at which a text fits into a column of the height
 * `room`, if possible without breaking words. A text that does not fit at any size is cut. Lines
 * are balanced later, by the renderer.
 */
export async function fitText(
  text: string,
  closing: string,
  { column, room, sizes }: { column: number; room: number; sizes: number[] },
  measure: Measure,
): Promise<Fitted> {
  const full = text + closing;
  let sizeWithBreak: number | undefined;
  for (const size of sizes) {
    const { height, longestWord } = await measure(full, size, column);
    if (height > room) continue;
    if (longestWord <= column) return { text: full, size };
    // If a word is too long at all sizes, it is broken at the largest.
    sizeWithBreak ??= size;
  }
  if (sizeWithBreak !== undefined) return { text: full, size: sizeWithBreak };
  const size = sizes.at(-1)!;
  let fitted: Fitted | undefined;
  let [low, high] = [0, text.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cut = truncate(text, middle) + closing;
    if ((await measure(cut, size, column)).height > room) high = middle;
    else [low, fitted] = [middle, { text: cut, size }];
  }
  if (!fitted) throw new Error('Not a single letter fits.');
  return fitted;
}
