import type { QuoteSearch } from './element.ts';

const search = document.querySelector<QuoteSearch>('main quote-search')!;

/** Loads the element at the first intent to search; without it the form leads to the search page. */
function wake(): void {
  import('./element.ts').then(() => search.search()).catch(() => undefined);
}

search.addEventListener('pointerenter', wake, { once: true });
search.addEventListener('focusin', wake, { once: true });
if (search.contains(document.activeElement)) wake();
