import { openDialog } from './dialogs.ts';
import type { QuoteSearch } from './search/quote-search.ts';

// The query of a search that the reader left by opening a result. Back shows its results again on a
// page that was not in the back/forward cache.
const left = (history.state ?? {}) as { inDialog?: string; inPage?: string };

function keepQuery(search: HTMLElement, key: keyof typeof left): void {
  search.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('a.u-url')) return;
    history.replaceState({ [key]: search.querySelector('input')!.value }, '');
  });
}

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
  keepQuery(dialog, 'inDialog');
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
const isSearchPage = search?.dataset['syncUrl'] !== undefined;

/** Goes to the field of the search page, or opens the dialog on any other. */
export function goToSearch(): void {
  const field = isSearchPage && search?.querySelector('input');
  if (!field) open();
  else {
    field.focus();
    field.select();
  }
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

if (!isSearchPage && left.inDialog) open(left.inDialog);
if (!isSearchPage && search) {
  keepQuery(search, 'inPage');
  if (left.inPage) search.querySelector('input')!.value = left.inPage;
  onInteraction(search, loadAndSearch);
  if (left.inPage || search.contains(document.activeElement)) loadAndSearch();
}
