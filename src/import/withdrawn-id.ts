import type { Ledger } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { slugger } from '../text/slug.ts';
import type { ImportedQuote } from './import-data.ts';
import { fingerprint, type Imported } from './import-state.ts';

/**
 * The id of a quote that was published once and taken back: one with its words as they came in last,
 * or with its name, also as it was written before slugs followed the language.
 */
export function withdrawnId(
  quote: ImportedQuote,
  lang: string,
  { ledger = {}, imported }: { ledger?: Ledger; imported?: Imported | undefined },
): string | undefined {
  const names = [lang, 'en'].map((tag) => slugger(tag)(quoteTitle(quote)));
  const words = fingerprint(quote.text);
  return Object.keys(ledger).find((id) => {
    const isGone = ledger[id] !== 'live';
    return isGone && (names.includes(id) || imported?.quotes[id] === words);
  });
}
