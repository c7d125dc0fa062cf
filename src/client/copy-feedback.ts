import { citation } from '../collection/citation.ts';
import type { QuoteData } from '../collection/quote-data.ts';
import { urls } from '../collection/urls.ts';
import { fetchJson } from './fetch-json.ts';
import { markAsInterface, message } from './messages.ts';
import { showNotice } from './saved/notice.ts';

/** Fetches a quote and formats it with its reference. Rejects if it cannot be loaded. */
export async function fetchCitation(id: string): Promise<string> {
  const quote = await fetchJson<QuoteData>(urls.quoteData({ id }, 'json'));
  return citation(quote, quote.url);
}

/** Contains a text that the reader has to copy by hand. */
const field = document.createElement('textarea');
field.readOnly = true;
field.dir = 'auto';

/** Announces that a text was copied. If the browser refused, shows the text, selected. */
export function reportCopy(
  isCopied: boolean,
  text: string,
  figure: HTMLElement,
  status: HTMLElement,
): void {
  markAsInterface(status);
  status.textContent = message(isCopied ? 'copy.copied' : 'copy.refused');
  if (isCopied) return;
  field.value = text;
  field.rows = text.split('\n').length + 1;
  field.ariaLabel = message('quote.copy');
  figure.querySelector('figcaption')!.append(field);
  field.select();
}

/** Shows that the text could not be loaded. */
export function reportLoadError(): void {
  showNotice(message('copy.notLoaded'));
}
