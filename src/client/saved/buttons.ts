import { message } from '../messages.ts';
import { removeQuote } from './list.ts';
import { changeSaved, savedList } from './store.ts';

function idOf(button: HTMLElement): string {
  return button.dataset['save'] || button.closest<HTMLElement>('figure')!.dataset['quote']!;
}

/** Shows on every button whether its quote is saved. */
export function markButtons(): void {
  const list = savedList();
  for (const button of document.querySelectorAll<HTMLElement>('[data-save]')) {
    const isSaved = list.has(idOf(button));
    button.ariaPressed = String(isSaved);
    button.textContent = message(isSaved ? 'quote.saved' : 'quote.save');
  }
}

/** Saves the quote of a button, or removes it and offers to undo that. */
export function toggle(button: HTMLElement): void {
  const id = idOf(button);
  if (savedList().has(id)) changeSaved((list) => removeQuote(list, id), message('saved.noLonger'));
  else {
    changeSaved((list) => list.set(id, list.get(id) ?? ''), message('saved.stored'), 'see all');
  }
}

addEventListener('storage', markButtons);
