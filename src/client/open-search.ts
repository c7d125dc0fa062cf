import { openDialog } from './dialogs.ts';
import type { QuoteSearch } from './search/quote-search.ts';

const loadElement = () => import('./search/quote-search.ts');

/** Calls a function when a reader points at an element or enters it. */
function onInteraction(element: HTMLElement, load: () => void): void {
  for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, load);
}

function prepare(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Escape would clear the search field instead of closing the dialog.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => history.replaceState(null, ''));
}

function open(query = ''): void {
  const dialog = openDialog('search-dialog', prepare);
  if (!dialog) return;
  const input = dialog.querySelector('input')!;
  if (query) input.value = query;
  input.select();
  const search = dialog.querySelector<QuoteSearch>('quote-search')!;
  // Results that are there stay: to draw them again would take the focus from one of them.
  const isAnswered = query === '' && search.dataset['state'] === 'ready';
  void loadElement().then(() => (isAnswered ? undefined : search.search()));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-open]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open();
  });
  onInteraction(form, () => void loadElement());
}

const search = document.querySelector<QuoteSearch>('main quote-search');
const field = search?.querySelector('input');
const isSearchPage = search?.dataset['syncUrl'] !== undefined;

/** Goes to the field of the search page, or opens the dialog on any other. */
export function goToSearch(): void {
  if (!isSearchPage) return open();
  field!.focus();
  field!.select();
}

let loading: Promise<void> | undefined;

/**
 * Loads the element at the first intent to search, and no search of its own follows: a tap that enters the
 * results would take them from under itself. Without the element the form leads to the search page.
 */
function loadAndSearch(): void {
  loading ??= loadElement()
    .then(() => search!.search())
    .catch(() => (loading = undefined));
}

if (!isSearchPage) {
  // The query of a search that the reader left by opening a result. Back shows its results again on a
  // page that was not in the back/forward cache.
  const left = (history.state ?? {}) as { query?: string; inDialog?: boolean };
  document.addEventListener('click', ({ target }) => {
    const results = (target as Element).closest('a.u-url')?.closest('quote-search');
    if (!results) return;
    const inDialog = results !== search;
    history.replaceState({ query: results.querySelector('input')!.value, inDialog }, '');
  });
  if (search) onInteraction(search, loadAndSearch);
  if (left.query && left.inDialog) open(left.query);
  else if (field && left.query) field.value = left.query;
  if (field?.value || search?.contains(document.activeElement)) loadAndSearch();
}
