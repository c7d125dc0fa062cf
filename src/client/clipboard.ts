/** Milliseconds for which the pressed button shows that the text was copied. */
const CONFIRMATION_TIME = 2000;

/** Writes a text to the clipboard; rejects if the browser refuses. */
async function write(text: Promise<string>): Promise<void> {
  // A promise keeps the user activation valid while the text is fetched.
  const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
  // If the browser refuses at once, nothing else handles a rejection.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    await navigator.clipboard.writeText(await text);
  }
}

/**
 * Copies a text and confirms it on the pressed button. Resolves to false if the browser refuses, and
 * rejects if the text cannot be fetched.
 */
export async function copyText(
  button: HTMLElement,
  text: string | Promise<string>,
): Promise<boolean> {
  const pending = Promise.resolve(text);
  try {
    await write(pending);
  } catch {
    await pending;
    return false;
  }
  // The text is copied even if the message cannot be loaded.
  confirmCopy(button).catch(() => undefined);
  return true;
}

async function confirmCopy(button: HTMLElement): Promise<void> {
  const messages = await import('./messages.ts');
  const label = button.textContent;
  const copied = messages.message('copy.copied');
  if (label === copied) return;
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), CONFIRMATION_TIME);
}
