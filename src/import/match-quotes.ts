import { textKey } from '../collection/plain-text.ts';
import { versions, wordsKey } from '../collection/near-duplicates.ts';
import type { QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import { slugKey } from '../text/slug.ts';
import type { IncomingQuote } from './import-data.ts';

/**
 * Finds the quote that each incoming one is: the one with its text; else that with its theme, in
 * its part; else that with its words, whatever the marks between them; else another version of it in
 * its part.
 */
export function matchQuotes(
  quotes: IncomingQuote[],
  entries: QuoteEntry[],
): Map<IncomingQuote, QuoteEntry> {
  const matches = new Map<IncomingQuote, QuoteEntry>();
  const free = new Set(entries);
  type Keyed = Pick<QuoteEntry, 'part' | 'theme' | 'text'>;
  const keys: ((quote: Keyed) => string)[] = [
    ({ text }) => textKey(text),
    ({ part, theme }) => `${part} ${slugKey(theme ?? '')}`,
    ({ text }) => wordsKey(text),
  ];
  for (const keyOf of keys) {
    const waiting = new Map<string, QuoteEntry[]>();
    for (const entry of readingOrder([...free])) {
      waiting.set(keyOf(entry), [...(waiting.get(keyOf(entry)) ?? []), entry]);
    }
    for (const quote of quotes) {
      const entry = matches.has(quote) ? undefined : waiting.get(keyOf(quote))?.shift();
      if (!entry) continue;
      matches.set(quote, entry);
      free.delete(entry);
    }
  }
  for (const part of new Set([...free].map((entry) => entry.part))) {
    const versionOf = versions(readingOrder([...free].filter((entry) => entry.part === part)));
    for (const quote of quotes) {
      if (quote.part !== part || matches.has(quote)) continue;
      const entry = versionOf(quote.text);
      if (!entry || !free.delete(entry)) continue;
      matches.set(quote, entry);
    }
  }
  return matches;
}
