import { copyText } from './clipboard.ts';
import { readChoice, storeChoice } from './storage.ts';

// The texts of all formats are in the page, so that readers without scripts can select them.
const menu = document.querySelector('.share-menu')!;
const tools = menu.querySelector('.share-tools')!;
const details = menu.querySelector('details')!;

/** The formats that were copied before, the most recent first. */
const recentFormats = () => readChoice('share')?.split(' ') ?? [];
const fieldOf = (format: string) =>
  menu.querySelector<HTMLTextAreaElement>(`#share-${CSS.escape(format)}`);
const buttonOf = (format: string) =>
  tools.querySelector<HTMLElement>(`[data-copy="${CSS.escape(format)}"]`);

/** Announces a message. `copy.copied` is only for screen readers, because the button shows it too. */
async function announce(key: 'copy.copied' | 'copy.refused' | 'share.refused'): Promise<void> {
  const { message } = await import('./messages.ts');
  const status = menu.querySelector('[role=status]')!;
  status.classList.toggle('sr-only', key === 'copy.copied');
  status.textContent = message(key);
}

async function copy(button: HTMLElement, format: string): Promise<void> {
  const field = fieldOf(format)!;
  if (await copyText(button, field.value)) {
    storeChoice('share', [...new Set([format, ...recentFormats()])].join(' '));
    void announce('copy.copied');
  } else {
    details.open = true;
    field.select();
    void announce('copy.refused');
  }
}

async function share(): Promise<void> {
  try {
    await navigator.share({ text: fieldOf('quote')!.value });
  } catch (error) {
    // Closing the share sheet is an AbortError.
    if ((error as Error).name !== 'AbortError') await announce('share.refused');
  }
}

/** Moves the button of the most recent format to the front. A format without a button gets one. */
function showRecent(recent: string[]): void {
  const format = recent.find((format) => !buttonOf(format) && fieldOf(format));
  if (format) {
    const last = tools.querySelector<HTMLElement>('[data-last]')!;
    last.dataset['copy'] = format;
    last.textContent = menu.querySelector(`.share-formats [data-copy="${format}"]`)!.ariaLabel;
    last.hidden = false;
  }
  const first = buttonOf(recent[0] ?? '');
  if (first) tools.prepend(first);
}

function openIfLinked(): void {
  if (location.hash === '#share') details.open = true;
}

menu.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('button[data-copy]');
  if (button) void copy(button, button.dataset['copy']!);
});
const native = tools.querySelector<HTMLElement>('[data-native]')!;
native.hidden = !('share' in navigator);
native.addEventListener('click', () => void share());
showRecent(recentFormats());
openIfLinked();
addEventListener('hashchange', openIfLinked);
