import { openDialog } from './dialogs.ts';
import { singleKeysAreOn } from './hotkeys.ts';
import { storeChoice } from './storage.ts';

function prepare(dialog: HTMLDialogElement): void {
  const single = dialog.querySelector('input')!;
  single.addEventListener('change', () => {
    const told = storeChoice('keys', single.checked ? 'on' : 'off');
    const status = dialog.querySelector<HTMLElement>('[role=status]')!;
    status.textContent = told ? '' : status.dataset['message']!;
    single.checked = singleKeysAreOn();
  });
}

/** Opens the dialog of keyboard shortcuts, unless a dialog is open already. */
export function showShortcuts(): void {
  const dialog = openDialog('shortcuts', prepare);
  if (dialog) dialog.querySelector('input')!.checked = singleKeysAreOn();
}
