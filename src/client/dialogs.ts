/**
 * Opens a dialog, unless one is open already. The first time, it is created from the template of its
 * name and passed to `prepare`.
 */
export function openDialog(
  name: string,
  prepare: (dialog: HTMLDialogElement) => void,
): HTMLDialogElement | undefined {
  if (document.querySelector('dialog[open]')) return undefined;
  const find = () => document.querySelector<HTMLDialogElement>(`dialog.${name}`);
  let dialog = find();
  if (!dialog) {
    const template = document.querySelector<HTMLTemplateElement>(`template[data-dialog=${name}]`)!;
    document.body.append(document.importNode(template.content, true));
    const created = (dialog = find()!);
    created.addEventListener('click', ({ target }) => {
      if (target === created || (target as Element).closest('[data-close]')) created.close();
    });
    prepare(created);
  }
  dialog.showModal();
  return dialog;
}
