import { onKey } from './hotkeys.ts';

/** Presses the first of what a key may stand for that the page has. */
function press(selectors: string, within: ParentNode | null = document): boolean {
  const target = within?.querySelector<HTMLElement>(selectors);
  target?.click();
  return Boolean(target);
}

/** Presses a button of the quote that is meant: the one with the focus, or that of the page. */
function pressForQuote(button: string): boolean {
  const figure = document.activeElement?.closest('figure[data-quote]');
  return press(button, figure ?? document.querySelector('.single'));
}

/** Takes the step whose link stands on that side, `forward` where text runs from left to right. */
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
