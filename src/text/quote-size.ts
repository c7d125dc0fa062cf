/** The maximum length for each size; a longer quote is set smaller. */
const steps = [70, 110, 150, 200, 260, 340, 500];

/** A word of this length fits on a line of any screen in any size. */
const MAX_WORD_LENGTH = 15;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Returns the size of a quote on its own page: a step from 0 (largest) to 7, and whether it has
 * long words that need a smaller size.
 */
export function quoteSize(text: string): { step: number; hasLongWords: boolean } {
  const step = steps.filter((maxLength) => text.length > maxLength).length;
  // Segmenting is slow, and most texts have enough spaces.
  const mayBeLong = text.split(/\s+/u).some(({ length }) => length > MAX_WORD_LENGTH);
  const hasLongWords =
    mayBeLong &&
    Array.from(words.segment(text)).some(({ segment }) => segment.length > MAX_WORD_LENGTH);
  return { step, hasLongWords };
}
