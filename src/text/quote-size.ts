/** The most characters that each step of size is meant for: a longer quote is set smaller. */
const steps = [70, 110, 150, 200, 260, 340, 500];

/** The most characters of a word that fits a line of any screen at any step. */
const MAX_WORD_LENGTH = 15;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The size of a quote that has a page to itself: one of eight steps, from 0 for the largest, and
 * whether it has words that need it smaller still.
 */
export function quoteSize(text: string): { step: number; hasLongWords: boolean } {
  const step = steps.filter((maxLength) => text.length > maxLength).length;
  // To tell words apart takes long, and most texts have a space often enough.
  const mayBeLong = text.split(/\s+/u).some(({ length }) => length > MAX_WORD_LENGTH);
  const hasLongWords =
    mayBeLong &&
    Array.from(words.segment(text)).some(({ segment }) => segment.length > MAX_WORD_LENGTH);
  return { step, hasLongWords };
}
