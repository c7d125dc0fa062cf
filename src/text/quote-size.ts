/** The most characters that each step of size is meant for: a longer quote is set smaller. */
const steps = [70, 110, 150, 200, 260, 340, 500];

/** The most characters of a word that fits a line of any screen at any step. */
const MAX_WORD_LENGTH = 15;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The classes of a quote that has a page to itself: one of eight steps from the largest to the
 * smallest, and whether it has words that need it smaller still.
 */
export function quoteSize(text: string): string {
  const index = steps.findIndex((maxLength) => text.length <= maxLength);
  // No name that a utility of Tailwind has.
  const step = `step-${index === -1 ? steps.length + 1 : index + 1}`;
  // To tell words apart takes long, and most texts have a space often enough.
  const mayBeLong = text.split(/\s+/u).some(({ length }) => length > MAX_WORD_LENGTH);
  const isLong =
    mayBeLong &&
    Array.from(words.segment(text)).some(({ segment }) => segment.length > MAX_WORD_LENGTH);
  return isLong ? `${step} long-words` : step;
}
