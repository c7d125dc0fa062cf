/** The most characters that each step of size is meant for: a longer quote is set smaller. */
const steps = [70, 110, 150, 200, 260, 340, 500];

/** The class of a quote that has a page to itself, from `size-1` (largest) to `size-8`. */
export function quoteSize(text: string): string {
  const step = steps.findIndex((most) => text.length <= most);
  return `size-${step === -1 ? steps.length + 1 : step + 1}`;
}
