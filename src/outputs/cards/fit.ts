import { truncate } from '../../text/excerpt.ts';

/** Measures a text of a size in a column, and the width of its longest word on a line of its own. */
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
 * The largest of some sizes, in falling order, at which a text fits the height of a column, whole
 * words if possible; one that fits at none is cut. Lines are balanced when they are drawn, so that no
 * word is alone on the last.
 */
export async function fitText(
  text: string,
  closing: string,
  { column, room, sizes }: { column: number; room: number; sizes: number[] },
  measure: Measure,
): Promise<Fitted> {
  const whole = text + closing;
  let broken: number | undefined;
  for (const size of sizes) {
    const { height, longestWord } = await measure(whole, size, column);
    if (height > room) continue;
    if (longestWord <= column) return { text: whole, size };
    // A word that is too long for any size is broken at the largest.
    broken ??= size;
  }
  if (broken !== undefined) return { text: whole, size: broken };
  const size = sizes.at(-1)!;
  let fitted: Fitted | undefined;
  let [least, most] = [0, text.length];
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    const cut = truncate(text, middle) + closing;
    if ((await measure(cut, size, column)).height > room) most = middle;
    else [least, fitted] = [middle, { text: cut, size }];
  }
  if (!fitted) throw new Error('Not one letter fits.');
  return fitted;
}
