/**
 * Classes that are no utilities: microformats, how a quote is set (`src/styles`), and names by which
 * scripts and tests find things. What else is in a `class` must have a rule.
 */
export const classHooks = [
  '[hpu]-.+',
  'font-title|font-quote',
  'quote(-.+)?|mention|book-part|counted-page',
  'search-.+|share-.+|saved-.+|notice|shortcuts|steps|eyebrow|skip-link',
  'letter-index|part-entries|part-entry-.+|book-.+',
];
