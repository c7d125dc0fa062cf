import { onKey } from './hotkeys.ts';

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
  void import('./keyboard-shortcuts.ts').then(({ showShortcuts }) => showShortcuts());

onKey('ArrowLeft', () => step(false));
onKey('ArrowRight', () => step(true));
onKey('r', () => press('[data-random]'));
onKey('s', () => pressForQuote('[data-save]'));
onKey('c', () => pressForQuote('[data-copy="link"]'));
onKey('?', openShortcuts);

document.querySelector('[data-shortcuts]')?.addEventListener('click', openShortcuts);
