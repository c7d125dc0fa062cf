import type { QuoteSearch } from '../search/element.ts';

let dialog: HTMLDialogElement | undefined;

const loadElement = () => import('../search/element.ts');

function create(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('template[data-search-dialog]')!;
  document.body.append(document.importNode(template.content, true));
  const created = document.querySelector<HTMLDialogElement>('dialog.search-dialog')!;
  created.querySelector('[data-close]')!.addEventListener('click', () => created.close());
  created.addEventListener('click', (event) => {
    if (event.target === created) created.close();
    // A page that is not kept alive opens the search again when the reader comes back to it.
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
  void loadElement().then(() => dialog!.querySelector<QuoteSearch>('quote-search')!.search());
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-open]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open();
  });
  form.addEventListener('pointerenter', () => void loadElement(), { once: true });
  form.addEventListener('focusin', () => void loadElement(), { once: true });
}

addEventListener('keydown', (event) => {
  const combination = event.ctrlKey || event.metaKey;
  // Where letters are not Latin, the key of that place is meant.
  const letter = /^[a-z]$/iu.test(event.key) ? event.key.toLowerCase() : event.code;
  const command = combination && !event.altKey && (letter === 'k' || letter === 'KeyK');
  const slash = event.key === '/' && !combination && !isTyping(event.target);
  if (event.defaultPrevented || event.isComposing || !(command || slash)) return;
  event.preventDefault();
  open();
});

const left = (history.state as { search?: string } | null)?.search;
if (left) open(left);
