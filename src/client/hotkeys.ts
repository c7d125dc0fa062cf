import { goToSearch } from './open-search.ts';
import { readChoice } from './storage.ts';

/** Whether shortcuts of a single key are on; users of speech input may turn them off. */
export function singleKeysAreOn(): boolean {
  return readChoice('keys') !== 'off';
}

/** Clicks the first element that matches; returns whether there was one. */
function press(selectors: string, within: ParentNode | null = document): boolean {
  const target = within?.querySelector<HTMLElement>(selectors);
  target?.click();
  return Boolean(target);
}

/** Clicks a button of the focused quote, or of the page's own. */
function pressForQuote(button: string): boolean {
  const figure = document.activeElement?.closest('figure[data-quote]');
  return press(button, figure ?? document.querySelector('.share-tools'));
}

/** Follows the link to the previous or next page; right-to-left pages are mirrored. */
function step(forward: boolean): boolean {
  const backward = document.querySelector('.steps:dir(rtl)') !== null;
  return press(`.steps a[rel=${forward === backward ? 'prev' : 'next'}]:not([hidden])`);
}

const openShortcuts = () =>
  void import('./keyboard-shortcuts.ts').then((module) => module.showShortcuts());

/**
 * What keys do; `Mod` is Ctrl or Cmd. Those that return false had nothing to do, so that the browser
 * handles the key.
 */
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

/** The key by its character, or by its position on keyboards of other scripts. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  return key > '~' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

function actionOf(event: KeyboardEvent): (typeof actions)[string] {
  const key = keyOf(event);
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : actions[`Mod+${key}`];
  // Some keyboards need Shift for punctuation; with letters and arrows it means something else.
  const shifted = event.shiftKey && /^\w/u.test(key);
  const isTyping = document.activeElement?.matches('input, textarea, select');
  const busy = isTyping || document.querySelector('dialog[open]');
  return shifted || busy || !singleKeysAreOn() ? undefined : actions[key];
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const action = actionOf(event);
  if (action && action() !== false) event.preventDefault();
});

document.querySelector('[data-shortcuts]')?.addEventListener('click', openShortcuts);
