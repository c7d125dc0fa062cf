import type { QuoteSearch } from './search/quote-search.ts';
import { onKey } from './hotkeys.ts';

let dialog: HTMLDialogElement | undefined;

const loadElement = () => import('./search/quote-search.ts');

function create(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('template[data-search-dialog]')!;
  document.body.append(document.importNode(template.content, true));
  const created = document.querySelector<HTMLDialogElement>('dialog.search-dialog')!;
  created.querySelector('[data-close]')!.addEventListener('click', () => created.close());
  created.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Escape would clear the search field instead of closing the dialog.
    event.preventDefault();
    created.close();
  });
  created.addEventListener('click', (event) => {
    if (event.target === created) created.close();
    // Back reopens the search on a page that was not in the back/forward cache.
    if (!(event.target as Element).closest('a.u-url')) return;
    history.replaceState({ search: created.querySelector('input')!.value }, '');
  });
  created.addEventListener('close', () => history.replaceState(null, ''));
  return created;
}

function open(query = ''): void {
  if (document.querySelector('dialog[open]')) return;
  dialog ??= create();
  dialog.showModal();
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

function ask(): void {
  if (!field) open();
  else {
    field.focus();
    field.select();
  }
}

onKey('/', ask);
onKey('Mod+k', ask);

if (!field) {
  const left = (history.state as { search?: string } | null)?.search;
  if (left) open(left);
}
