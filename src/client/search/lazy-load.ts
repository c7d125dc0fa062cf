import type { QuoteSearch } from './quote-search.ts';

const search = document.querySelector<QuoteSearch>('main quote-search')!;

let loading: Promise<void> | undefined;

/**
 * Loads the element at the first intent to search, and no search of its own follows: a tap that enters the
 * results would take them from under itself. Without the element the form leads to the search page.
 */
function loadOnInteraction(): void {
  loading ??= import('./quote-search.ts')
    .then(() => search.search())
    .catch(() => (loading = undefined));
}

// A page that is not kept alive shows again what was found when the reader left it.
search.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('a.u-url')) return;
  history.replaceState({ found: search.querySelector('input')!.value }, '');
});
const { found } = (history.state ?? {}) as { found?: string };
if (found) {
  search.querySelector('input')!.value = found;
  loadOnInteraction();
}

search.addEventListener('pointerenter', loadOnInteraction);
search.addEventListener('focusin', loadOnInteraction);
if (search.contains(document.activeElement)) loadOnInteraction();
