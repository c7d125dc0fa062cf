import type { QuoteData } from '../share/data.ts';
import { citation } from '../share/reference.ts';

/** Fetches the data beside a permalink and words the quote with its reference. */
export async function fetchCitation(permalink: string): Promise<string> {
  const response = await fetch(permalink.replace(/\/$/u, '.json'));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // In the data `url` is the permalink, in a reference it is the address of the source.
  const { source, sourceUrl, ...quote } = (await response.json()) as QuoteData;
  return citation({ ...quote, source: { name: source }, url: sourceUrl }, permalink);
}
