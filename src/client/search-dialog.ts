import { openDialog } from './dialogs.ts';
import type { QuoteSearch } from './search/quote-search.ts';

const loadElement = () => import('./search/quote-search.ts');

function prepare(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Escape would clear the search field instead of closing the dialog.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    // Back reopens the search on a page that was not in the back/forward cache.
    if (!(event.target as Element).closest('a.u-url')) return;
    history.replaceState({ search: dialog.querySelector('input')!.value }, '');
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
  form.addEventListener('pointerenter', () => void loadElement(), { once: true });
  form.addEventListener('focusin', () => void loadElement(), { once: true });
}

// The search page has its own field.
const field = document.querySelector<HTMLInputElement>('[data-sync-url] input[type=search]');

/** Goes to the search field of the page, or opens the dialog. */
export function goToSearch(): void {
  if (!field) open();
  else {
    field.focus();
    field.select();
  }
}

if (!field) {
  const left = (history.state as { search?: string } | null)?.search;
  if (left) open(left);
}
