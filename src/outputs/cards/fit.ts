/** The column, height and sizes (from the largest) that a text must fit. */
export interface Space {
  column: number;
  room: number;
  sizes: number[];
}

export interface Measured {
  height: number;
  /** Its width on a line of its own. */
  longestWord: number;
  lastLine: string;
}

/** Measures a text of a size in a column. */
export type Measure = (text: string, size: number, column: number) => Promise<Measured>;

export interface Fitted {
  text: string;
  size: number;
}

/** By how many sizes a text may shrink to avoid a single word on its last line. */
const YIELDS = 2;

/** The largest size at which a text fits; one that fits at none is cut on a word. */
export async function fitText(
  text: string,
  closing: string,
  space: Space,
  measure: Measure,
): Promise<Fitted> {
  const whole = text + closing;
  const size = await sizeOf(whole, space, measure);
  if (size !== undefined) return { text: whole, size };
  const smallest = space.sizes.at(-1)!;
  const fits = async (shorter: string) => {
    const { height } = await measure(shorter + closing, smallest, space.column);
    return height <= space.room;
  };
  return { text: (await shortened(text, fits)) + closing, size: smallest };
}

/** The word of a text that is likely to be the widest. */
export function longestWord(text: string): string {
  return text.split(/\s+/u).reduce((long, word) => (word.length > long.length ? word : long), '');
}

async function sizeOf(
  text: string,
  { column, room, sizes }: Space,
  measure: Measure,
): Promise<number | undefined> {
  const fitting: (Measured & { size: number })[] = [];
  const unbroken = () => fitting.filter(({ longestWord }) => longestWord <= column);
  for (const size of sizes) {
    const measured = await measure(text, size, column);
    if (measured.height <= room) fitting.push({ size, ...measured });
    if (unbroken().length > YIELDS) break;
  }
  // A word that is too long for any size is broken at the largest.
  const choice = (unbroken().length > 0 ? unbroken() : fitting).slice(0, YIELDS + 1);
  const full = choice.find(({ lastLine }) => /\s/u.test(lastLine.trim()));
  return (full ?? choice[0])?.size;
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
