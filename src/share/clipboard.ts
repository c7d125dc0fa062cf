/** Milliseconds for which a button says that it has copied. */
const SAID = 2000;

/**
 * Copies a text, which may still be on its way, and lets the button that was pressed say so;
 * resolves to whether it is on the clipboard. Nothing is claimed that did not happen.
 */
export async function copyFrom(
  button: HTMLElement,
  text: string | Promise<string>,
): Promise<boolean> {
  try {
    // Given as a promise, so that the press still counts when the text has to be fetched first.
    const blob = Promise.resolve(text).then((ready) => new Blob([ready], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    return false;
  }
  const label = button.textContent;
  if (label === 'Copied') return true;
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = label), SAID);
  return true;
}
