/**
 * Classes that are not utilities: microformats, the styles of quotes (`src/styles`), and hooks for
 * scripts and tests. Every other class must have a rule.
 */
export const classHooks = [
  '[hpu]-.+',
  'font-title|font-quote',
  'quote(-.+)?|mention|book-part|counted-page',
  'search-.+|share-.+|saved-.+|notice|shortcuts|steps|eyebrow|skip-link',
  'letter-index|part-entries|part-entry-.+|book-.+',
];
