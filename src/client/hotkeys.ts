import { goToSearch } from './open-search.ts';
import { readChoice } from './storage.ts';

/** Checks whether single-key shortcuts are on. Users of speech input may turn them off. */
export function areSingleKeysOn(): boolean {
  return readChoice('keys') !== 'off';
}

/** Clicks the first matching element. Returns false if there is none. */
function press(selectors: string, within: ParentNode | null = document): boolean {
  const target = within?.querySelector<HTMLElement>(selectors);
  target?.click();
  return Boolean(target);
}

/** Clicks a button of the focused quote, or else of the quote that the page is about. */
function pressForQuote(button: string): boolean {
  const figure = document.activeElement?.closest('figure[data-quote]');
  return press(button, figure ?? document.querySelector('.share-tools'));
}

/** Follows the link to the previous or next page. Right-to-left pages are mirrored. */
function step(forward: boolean): boolean {
  const isMirrored = document.querySelector('.steps:dir(rtl)') !== null;
  return press(`.steps a[rel=${forward === isMirrored ? 'prev' : 'next'}]:not([hidden])`);
}

const openShortcuts = () =>
  void import('./keyboard-shortcuts.ts').then((module) => module.showShortcuts());

/** Actions by key; `Mod` is Ctrl or Cmd. If an action returns false, the browser handles the key. */
const actions: Partial<Record<string, () => boolean | void>> = {
  'Mod+k': goToSearch,
  '/': goToSearch,
  ArrowLeft: () => step(false),
  ArrowRight: () => step(true),
  r: () => press('[data-random]'),
  s: () => pressForQuote('[data-save]'),
  c: () => pressForQuote('[data-copy="link"]'),
  '?': openShortcuts,
};

/** Returns the character of a key; for other scripts, the Latin letter at its position. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  return key > '~' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

function actionOf(event: KeyboardEvent): (typeof actions)[string] {
  const key = keyOf(event);
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : actions[`Mod+${key}`];
  // Some layouts need Shift for punctuation. With letters and arrows it is another shortcut.
  const hasShift = event.shiftKey && /^\w/u.test(key);
  const isTyping = document.activeElement?.matches('input, textarea, select');
  const isBusy = isTyping || document.querySelector('dialog[open]');
  return hasShift || isBusy || !areSingleKeysOn() ? undefined : actions[key];
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const action = actionOf(event);
  if (action && action() !== false) event.preventDefault();
});

document.querySelector('[data-shortcuts]')?.addEventListener('click', openShortcuts);
