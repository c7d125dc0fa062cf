import { singleKeysAreOn } from './hotkeys.ts';
import { storeChoice } from './storage.ts';

let dialog: HTMLDialogElement | undefined;

function create(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('template[data-shortcuts-dialog]')!;
  document.body.append(document.importNode(template.content, true));
  const created = document.querySelector<HTMLDialogElement>('dialog.keys')!;
  created.querySelector('[data-close]')!.addEventListener('click', () => created.close());
  created.addEventListener('click', (event) => {
    if (event.target === created) created.close();
  });
  const single = created.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  single.addEventListener('change', () => {
    const told = storeChoice('keys', single.checked ? 'on' : 'off');
    const status = created.querySelector<HTMLElement>('[role=status]')!;
    status.textContent = told ? '' : status.dataset['message']!;
    single.checked = singleKeysAreOn();
  });
  return created;
}

/** Opens the dialog of keyboard shortcuts, unless a dialog is open already. */
export function showShortcuts(): void {
  if (document.querySelector('dialog[open]')) return;
  dialog ??= create();
  dialog.querySelector<HTMLInputElement>('input[type=checkbox]')!.checked = singleKeysAreOn();
  dialog.showModal();
}
