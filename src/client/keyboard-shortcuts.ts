import { openDialog } from './dialogs.ts';
import { areSingleKeysOn } from './hotkeys.ts';
import { storeChoice } from './storage.ts';

function prepare(dialog: HTMLDialogElement): void {
  const checkbox = dialog.querySelector('input')!;
  checkbox.addEventListener('change', () => {
    const isStored = storeChoice('keys', checkbox.checked ? 'on' : 'off');
    const status = dialog.querySelector<HTMLElement>('[role=status]')!;
    status.textContent = isStored ? '' : status.dataset['message']!;
    checkbox.checked = areSingleKeysOn();
  });
}

/** Opens the dialog of keyboard shortcuts, unless a dialog is open already. */
export function showShortcuts(): void {
  const dialog = openDialog('shortcuts', prepare);
  if (dialog) dialog.querySelector('input')!.checked = areSingleKeysOn();
}
