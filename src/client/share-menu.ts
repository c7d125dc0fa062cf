import { copyText } from './clipboard.ts';
import { readChoice, storeChoice } from './storage.ts';

// The texts of all formats are in the page, so that readers without scripts can select them.
const menu = document.querySelector('.share-menu')!;
const tools = menu.querySelector('.share-tools')!;
const details = menu.querySelector('details')!;

/** The formats that were copied before, the most recent first. */
const recentForms = () => readChoice('share')?.split(' ') ?? [];
const fieldOf = (form: string) =>
  menu.querySelector<HTMLTextAreaElement>(`#share-${CSS.escape(form)}`);
const buttonOf = (form: string) =>
  tools.querySelector<HTMLElement>(`[data-copy="${CSS.escape(form)}"]`);

/** Announces a message. `copy.copied` is only for screen readers, because the button shows it too. */
async function announce(key: 'copy.copied' | 'copy.refused' | 'share.refused'): Promise<void> {
  const { message } = await import('./messages.ts');
  const status = menu.querySelector('[role=status]')!;
  status.classList.toggle('sr-only', key === 'copy.copied');
  status.textContent = message(key);
}

async function copy(button: HTMLElement, form: string): Promise<void> {
  const field = fieldOf(form)!;
  if (await copyText(button, field.value)) {
    storeChoice('share', [...new Set([form, ...recentForms()])].join(' '));
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
  const form = recent.find((form) => !buttonOf(form) && fieldOf(form));
  if (form) {
    const last = tools.querySelector<HTMLElement>('[data-last]')!;
    last.dataset['copy'] = form;
    last.textContent = menu.querySelector(`.share-forms [data-copy="${form}"]`)!.ariaLabel;
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
showRecent(recentForms());
openIfLinked();
addEventListener('hashchange', openIfLinked);
