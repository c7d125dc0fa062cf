import { citation } from '../collection/citation.ts';
import { citedData, type QuoteData } from '../collection/quote-data.ts';
import { urls } from '../collection/urls.ts';
import { fetchJson } from './fetch-json.ts';
import { markAsInterface, message } from './messages.ts';
import { notice } from './saved/notice.ts';

/** Fetches a quote and formats it with its reference; rejects if it cannot be loaded. */
export async function fetchCitation(id: string): Promise<string> {
  const quote = await fetchJson<QuoteData>(urls.quoteData({ id }, 'json'));
  return citation(citedData(quote), quote.url);
}

/** Announces that a text was copied. */
export function sayCopied(status: HTMLElement): void {
  markAsInterface(status);
  status.textContent = message('copy.copied');
}

/** A text to copy by hand. */
const field = document.createElement('textarea');
field.readOnly = true;
field.dir = 'auto';

/** Shows a text that the browser did not copy, selected, and says so. */
export function offerToCopy(text: string, figure: HTMLElement, status: HTMLElement): void {
  field.value = text;
  field.rows = text.split('\n').length + 1;
  field.ariaLabel = message('quote.copy');
  figure.querySelector('figcaption')!.append(field);
  field.select();
  markAsInterface(status);
  status.textContent = message('copy.refused');
}

/** Says that the text could not be fetched. */
export function sayNotLoaded(): void {
  notice(message('copy.notLoaded'));
}
