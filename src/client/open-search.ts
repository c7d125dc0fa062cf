import { openDialog } from './dialogs.ts';
import type { QuoteSearch } from './search/quote-search.ts';

const loadElement = () => import('./search/quote-search.ts');

/** Calls a function when an element is hovered or focused. */
function onInteraction(element: HTMLElement, load: () => void): void {
  for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, load);
}

function prepare(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // By default Escape clears the search field instead of closing the dialog.
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
  // Existing results stay, since rendering them again would take the focus from one of them.
  const hasResults = query === '' && search.dataset['state'] === 'ready';
  void loadElement().then(() => (hasResults ? undefined : search.search()));
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

/** Focuses the field of the search page, or opens the dialog on any other page. */
export function goToSearch(): void {
  if (!isSearchPage) return open();
  field!.focus();
  field!.select();
}

let loading: Promise<void> | undefined;

/**
 * Loads the element and searches, but only once, as a later tap on a result must not replace the
 * results. If the element cannot be loaded, the form leads to the search page.
 */
function loadAndSearch(): void {
  loading ??= loadElement()
    .then(() => search!.search())
    .catch(() => (loading = undefined));
}

if (!isSearchPage) {
  // The query of a search that was left by opening a result. On Back, a page that was not in the
  // back/forward cache shows the results again.
  const previous = (history.state ?? {}) as { query?: string; inDialog?: boolean };
  document.addEventListener('click', ({ target }) => {
    const results = (target as Element).closest('a.u-url')?.closest('quote-search');
    if (!results) return;
    const inDialog = results !== search;
    history.replaceState({ query: results.querySelector('input')!.value, inDialog }, '');
  });
  if (search) onInteraction(search, loadAndSearch);
  if (previous.query && previous.inDialog) open(previous.query);
  else if (field && previous.query) field.value = previous.query;
  if (field?.value || search?.contains(document.activeElement)) loadAndSearch();
}
