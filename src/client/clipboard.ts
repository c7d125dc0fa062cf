/** Milliseconds for which a button says that it has copied. */
const SAID = 2000;

/** Puts a text on the clipboard as the browser can; rejects when it refuses. */
async function write(text: Promise<string>): Promise<void> {
  // Given as a promise, so that the press still counts when the text has to be fetched first.
  const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
  // A browser that refuses at once never looks at it.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    await navigator.clipboard.writeText(await text);
  }
}

/**
 * Copies a text, which may still be on its way, and lets the button that was pressed say so;
 * resolves to whether it is on the clipboard, and rejects when the text does not come. Nothing is
 * claimed that did not happen.
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
  // Without its message a button that has copied has done so all the same.
  sayCopied(button).catch(() => undefined);
  return true;
}

async function sayCopied(button: HTMLElement): Promise<void> {
  const { message } = await import('./messages.ts');
  const label = button.textContent;
  const copied = message('copy.copied');
  if (label === copied) return;
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), SAID);
}
