/** The most characters that each step of size is meant for: a longer quote is set smaller. */
const steps = [70, 110, 150, 200, 260, 340, 500];

/** The class of a quote that has a page to itself, of eight steps from the largest to the smallest. */
export function quoteSize(text: string): string {
  const step = steps.findIndex((most) => text.length <= most);
  // No name that a utility of Tailwind has.
  return `step-${step === -1 ? steps.length + 1 : step + 1}`;
}
