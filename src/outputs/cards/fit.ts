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
  const fits = async (shorter: string) =>
    (await measure(shorter + closing, size, column)).height <= room;
  return { text: (await shortened(text, fits)) + closing, size };
}

/** The word of a text that is likely to be the widest. */
export function longestWord(text: string): string {
  return text.split(/\s+/u).toSorted((a, b) => b.length - a.length)[0]!;
}

/** As much of a text as fits, cut on a word, or on a letter if not even the first word fits. */
async function shortened(
  text: string,
  fits: (shorter: string) => Promise<boolean>,
): Promise<string> {
  for (const ends of [wordEnds(text), letterEnds(text)]) {
    const until = (end: number) => `${withoutEndMarks(text.slice(0, ends[end]))}…`;
    let [last, beyond] = [-1, ends.length];
    while (beyond - last > 1) {
      const middle = (last + beyond) >> 1;
      if (await fits(until(middle))) last = middle;
      else beyond = middle;
    }
    if (last >= 0) return until(last);
  }
  throw new Error('Not one letter fits.');
}

/** A loop, as a regular expression would take quadratic time on a long row of marks. */
function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,:;!?…–—-]/u.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function wordEnds(text: string): number[] {
  return Array.from(text.matchAll(/\S(?=\s)/gu), ({ index }) => index + 1);
}

function letterEnds(text: string): number[] {
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return Array.from(letters, ({ index, segment }) => index + segment.length);
}
