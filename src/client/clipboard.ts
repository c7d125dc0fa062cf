/** Milliseconds for which a button confirms a copy. */
const SAID = 2000;

/** Writes a text to the clipboard; rejects if the browser refuses. */
async function write(text: Promise<string>): Promise<void> {
  // As a promise, so that the user activation still counts after the text is fetched.
  const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
  // A browser that refuses at once leaves the promise unhandled.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    await navigator.clipboard.writeText(await text);
  }
}

/**
 * Copies a text and confirms it on the button that was pressed. Resolves to whether it was copied, and
 * rejects if the text cannot be fetched.
 */
export async function copyFrom(
  button: HTMLElement,
  text: string | Promise<string>,
): Promise<boolean> {
  const coming = Promise.resolve(text);
  try {
    await write(coming);
  } catch {
    await coming;
    return false;
  }
  // The text is copied even if the message cannot be loaded.
  sayCopied(button).catch(() => undefined);
  return true;
}

async function sayCopied(button: HTMLElement): Promise<void> {
  const messages = await import('./messages.ts');
  const label = button.textContent;
  const copied = messages.message('copy.copied');
  if (label === copied) return;
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), SAID);
}
