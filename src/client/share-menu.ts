import { copyFrom } from './clipboard.ts';
import { readChoice, storeChoice } from './storage.ts';

// The formats of a quote; their texts are in the page, so that they need no script.
const menu = document.querySelector('.share-menu')!;
const tools = menu.querySelector('.share-tools')!;
const details = menu.querySelector('details')!;

/** The formats chosen before, the last one first. */
const recall = () => readChoice('share')?.split(' ') ?? [];
const fieldOf = (form: string) =>
  menu.querySelector<HTMLTextAreaElement>(`#share-${CSS.escape(form)}`);
const buttonOf = (form: string) =>
  tools.querySelector<HTMLElement>(`[data-copy="${CSS.escape(form)}"]`);

/** Announces a message; one that the button shows already is for screen readers only. */
async function say(key: 'copy.copied' | 'copy.refused' | 'share.refused'): Promise<void> {
  const { message } = await import('./messages.ts');
  const status = menu.querySelector('[role=status]')!;
  status.classList.toggle('sr-only', key === 'copy.copied');
  status.textContent = message(key);
}

async function copy(button: HTMLElement, form: string): Promise<void> {
  const field = fieldOf(form)!;
  if (await copyFrom(button, field.value)) {
    storeChoice('share', [...new Set([form, ...recall()])].join(' '));
    void say('copy.copied');
  } else {
    details.open = true;
    field.select();
    void say('copy.refused');
  }
}

async function share(): Promise<void> {
  try {
    await navigator.share({ text: fieldOf('quote')!.value });
  } catch (error) {
    // An abort is the reader who closed the dialog.
    if ((error as Error).name !== 'AbortError') await say('share.refused');
  }
}

/** Puts the last choice first; the last one without a button gets one. */
function offer(chosen: string[]): void {
  const form = chosen.find((form) => !buttonOf(form) && fieldOf(form));
  if (form) {
    const last = tools.querySelector<HTMLElement>('[data-last]')!;
    last.dataset['copy'] = form;
    last.textContent = menu.querySelector(`.share-forms [data-copy="${form}"]`)!.ariaLabel;
    last.hidden = false;
  }
  const first = buttonOf(chosen[0] ?? '');
  if (first) tools.prepend(first);
}

function openWhenAddressed(): void {
  if (location.hash === '#share') details.open = true;
}

menu.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('button[data-copy]');
  if (button) void copy(button, button.dataset['copy']!);
});
const native = tools.querySelector<HTMLElement>('[data-native]')!;
native.hidden = !('share' in navigator);
native.addEventListener('click', () => void share());
offer(recall());
openWhenAddressed();
addEventListener('hashchange', openWhenAddressed);
