import { singleKeysAreOn, STORED } from './hotkeys.ts';

let dialog: HTMLDialogElement | undefined;

/** Remembers the choice; false where nothing can be remembered. */
function switchSingleKeys(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    return true;
  } catch {
    return false;
  }
}

function create(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('template[data-keys-sheet]')!;
  document.body.append(document.importNode(template.content, true));
  const created = document.querySelector<HTMLDialogElement>('dialog.keys')!;
  created.querySelector('[data-close]')!.addEventListener('click', () => created.close());
  created.addEventListener('click', (event) => {
    if (event.target === created) created.close();
  });
  const single = created.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  single.addEventListener('change', () => {
    const told = switchSingleKeys(single.checked);
    const status = created.querySelector<HTMLElement>('[role=status]')!;
    status.textContent = told ? '' : status.dataset['message']!;
    single.checked = singleKeysAreOn();
  });
  return created;
}

/** Opens the sheet of the keyboard shortcuts, unless a dialog is open already. */
export function showKeys(): void {
  if (document.querySelector('dialog[open]')) return;
  dialog ??= create();
  dialog.querySelector<HTMLInputElement>('input[type=checkbox]')!.checked = singleKeysAreOn();
  dialog.showModal();
}
