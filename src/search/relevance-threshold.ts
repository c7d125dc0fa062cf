import type { Gathered } from './scoring.ts';
import type { Impression } from './proximity.ts';

// Where no word that matters is missing, misspelling may cost the rest of the query.
const SHARE_OF_ALL_WORDS = 0.63;

// Where words are missing, this much of the query must be there; less where it names the whole theme.
const SHARE_OF_SOME_WORDS = 0.35;
const SHARE_WITH_THEME = 0.18;

/** What all quotes share is no evidence for one of them, in nats. */
export const LEAST_EVIDENCE = 0.05;

// The evidence must exceed what the likeliest of all quotes shows by chance.
const MARGIN = 1.5;

// Who asks in words that all occur somewhere, half of them here, hardly asks for something else.
const KNOWN = 2.5;

// What words beside one another and a theme named prove, beyond the words themselves.
const TOGETHER = 2;
const THEME = 2;

/**
 * Whether a quote that surely holds only some of the words may still be the one half remembered. Nonsense and
 * other topics share a word with some quote, but hardly two, and not the rare ones.
 */
export function isClose(
  { share, found, needed, known, evidence }: Gathered,
  quote: number,
  { together, titled }: Impression,
  quotes: number,
): boolean {
  if (evidence(quote) < LEAST_EVIDENCE) return false;
  if (found(quote) === needed && share(quote) >= SHARE_OF_ALL_WORDS) return true;
  const proof =
    evidence(quote) +
    TOGETHER * together +
    (titled ? THEME : 0) +
    (known && 2 * found(quote) >= needed ? KNOWN : 0);
  return (
    share(quote) >= (titled ? SHARE_WITH_THEME : SHARE_OF_SOME_WORDS) &&
    proof >= Math.log(quotes) + MARGIN
  );
}
