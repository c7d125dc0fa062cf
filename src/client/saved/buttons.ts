import { urls } from '../../collection/urls.ts';
import { has, restored, without, withQuote } from './list.ts';
import { message } from '../messages.ts';
import { notice } from './notice.ts';
import { changeSaved, onSavedChange, savedList } from './store.ts';

function idOf(button: HTMLElement): string {
  return button.dataset['save'] || button.closest<HTMLElement>('figure')!.dataset['quote']!;
}

/** Shows on every button whether its quote is saved. */
export function markButtons(): void {
  const list = savedList();
  for (const button of document.querySelectorAll<HTMLElement>('[data-save]')) {
    const isSaved = has(list, idOf(button));
    button.ariaPressed = String(isSaved);
    button.textContent = message(isSaved ? 'quote.saved' : 'quote.save');
  }
}

/** Saves the quote of a button, or removes it with an undo. */
export function toggle(button: HTMLElement): void {
  const id = idOf(button);
  const before = savedList();
  if (!has(before, id)) {
    const stored = changeSaved((list) => withQuote(list, id));
    const said = message(stored ? 'saved.stored' : 'saved.notStored');
    notice(said, { label: message('saved.seeAll'), to: urls.saved() });
    return;
  }
  const stored = changeSaved((list) => without(list, id));
  notice(message(stored ? 'saved.noLonger' : 'saved.notStored'), {
    label: message('saved.undo'),
    to: () => void changeSaved((list) => restored(list, before)),
  });
}

onSavedChange(markButtons);
