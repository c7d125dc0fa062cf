import type { CollectionData, QuoteData } from '../../collection/quote-data.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { message } from '../messages.ts';
import { fillFigure } from '../quote-figure.ts';
import type { Saved, SavedList } from './list.ts';

/** Makes the item of a saved quote, or of one that is gone from the collection. */
export type MakeItem = (id: string) => HTMLLIElement;

/** Prepares items from the two templates of the server. */
export function itemMaker(
  templates: { quote: HTMLTemplateElement; gone: HTMLTemplateElement },
  collection: CollectionData,
): MakeItem {
  const byId = new Map<string, QuoteData>(collection.quotes.map((quote) => [quote.id, quote]));
  return (id) => {
    const quote = byId.get(id);
    const template = quote ? templates.quote : templates.gone;
    const item = document.importNode(template.content, true).querySelector('li')!;
    item.dataset['id'] = id;
    const figure = item.querySelector('figure');
    if (quote && figure) fillFigure(figure, quote, collection);
    else item.querySelector('[data-gone]')!.textContent = id;
    const field = item.querySelector('textarea')!;
    const theme = quote ? typesetTitle(quote, collection.lang) : id;
    field.ariaLabel = message('saved.noteOn', { theme });
    return item;
  };
}

function fillNote(item: HTMLLIElement, note: string): void {
  const field = item.querySelector('textarea')!;
  if (field !== document.activeElement && field.value !== note) field.value = note;
  const printed = item.querySelector('[data-note]')!;
  printed.textContent = note;
}

/** Shows a list; items are reused, and the focus stays. */
export function showItems(place: HTMLElement, list: SavedList, make: MakeItem): void {
  const focused = document.activeElement;
  const shown = new Map(
    [...place.children].map((item) => [(item as HTMLLIElement).dataset['id'], item]),
  );
  const items = list.map((saved: Saved, at) => {
    const item = (shown.get(saved.id) as HTMLLIElement | undefined) ?? make(saved.id);
    fillNote(item, saved.note);
    const [up, down] = item.querySelectorAll<HTMLButtonElement>('[data-move]');
    up!.ariaDisabled = String(at === 0);
    down!.ariaDisabled = String(at === list.length - 1);
    return item;
  });
  const isSame =
    items.length === place.children.length &&
    items.every((item, at) => item === place.children[at]);
  if (!isSame) place.replaceChildren(...items);
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
}
