import { urls } from '../collection/urls.ts';
import type { QuoteData } from '../collection/quote-data.ts';
import { citation } from '../collection/citation.ts';

/** Fetches a quote and formats it with its reference; rejects if it cannot be loaded. */
export async function fetchCitation(id: string): Promise<string> {
  const response = await fetch(urls.quoteData({ id }, 'json'));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // In the data `url` is the permalink, in a reference it is the address of the source.
  const { sourceUrl, url, ...quote } = (await response.json()) as QuoteData;
  return citation({ ...quote, url: sourceUrl }, url);
}
