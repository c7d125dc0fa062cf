import type { QuoteSearch } from './element.ts';

const search = document.querySelector<QuoteSearch>('main quote-search')!;

/** Loads the element at the first intent to search; without it the form leads to the search page. */
function wake(): void {
  import('./element.ts').then(() => search.search()).catch(() => undefined);
}

// A page that is not kept alive shows again what was found when the reader left it.
search.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('a.u-url')) return;
  history.replaceState({ found: search.querySelector('input')!.value }, '');
});
const { found } = (history.state ?? {}) as { found?: string };
if (found) {
  search.querySelector('input')!.value = found;
  wake();
}

search.addEventListener('pointerenter', wake, { once: true });
search.addEventListener('focusin', wake, { once: true });
if (search.contains(document.activeElement)) wake();
