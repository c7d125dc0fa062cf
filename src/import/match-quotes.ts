import { textKey } from '../collection/plain-text.ts';
import { createTextMatcher, wordsKey } from '../collection/near-duplicates.ts';
import type { QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import { slugKey } from '../text/slug.ts';
import type { ImportedQuote } from './item.ts';

/**
 * Minimum share of common shingles for a text to be an edited version of a quote: with the same
 * part, source and person, so that one word in eight may differ, and with the same part only.
 */
const SAME_SOURCE = 0.4;
const SAME_PART = 0.5;

type Keyed = Pick<ImportedQuote, 'part' | 'theme' | 'source' | 'person' | 'text'>;

/**
 * Matches imported quotes with existing ones, in this order: by text; by theme and part; by words
 * without punctuation; by similarity within part, source and person; by similarity within the part.
 */
export function matchQuotes(
  quotes: ImportedQuote[],
  entries: QuoteEntry[],
): Map<ImportedQuote, QuoteEntry> {
  const matches = new Map<ImportedQuote, QuoteEntry>();
  const unmatched = new Set(entries);
  const match = (quote: ImportedQuote, entry: QuoteEntry | undefined) => {
    if (entry && unmatched.delete(entry)) matches.set(quote, entry);
  };
  const keys: ((quote: Keyed) => string | undefined)[] = [
    ({ text }) => textKey(text),
    ({ part, theme }) => (theme === undefined ? undefined : `${part} ${slugKey(theme)}`),
    ({ text }) => wordsKey(text),
  ];
  for (const keyOf of keys) {
    const candidates = Map.groupBy(readingOrder([...unmatched]), keyOf);
    for (const quote of quotes) {
      const key = matches.has(quote) ? undefined : keyOf(quote);
      if (key !== undefined) match(quote, candidates.get(key)?.shift());
    }
  }
  const sourceKey = ({ part, source, person }: Keyed) => JSON.stringify([part, source, person]);
  const partKey = ({ part }: Keyed) => String(part);
  for (const [keyOf, minSimilarity] of [
    [sourceKey, SAME_SOURCE],
    [partKey, SAME_PART],
  ] as const) {
    const groups = [...Map.groupBy(unmatched, keyOf)];
    const nearestIn = new Map(
      groups.map(([key, group]) => [key, createTextMatcher(readingOrder(group), minSimilarity)]),
    );
    for (const quote of quotes) {
      if (!matches.has(quote)) match(quote, nearestIn.get(keyOf(quote))?.(quote.text));
    }
  }
  return matches;
}
