import type { CollectionData, QuoteData } from '../../collection/quote-data.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { urls } from '../../collection/urls.ts';
import { typesetQuote } from '../../text/typography.ts';
import { message } from '../messages.ts';
import { fillFigure } from '../quote-figure.ts';
import type { SavedList } from './list.ts';

function fillQuote(figure: HTMLElement, quote: QuoteData, collection: CollectionData): void {
  fillFigure(figure, quote, collection);
  const blocks = quote.text.split('\n\n').map((block) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = typesetQuote(block, quote.lang);
    return paragraph;
  });
  figure.querySelector('blockquote')!.append(...blocks);
  const author = figure.querySelector('.p-author')!;
  const person = quote.person === collection.person ? undefined : quote.person;
  author.textContent = person && quote.source ? `${person} · ` : (person ?? '');
  author.parentElement!.hidden = person === undefined && !quote.source;
  const link = figure.querySelector<HTMLAnchorElement>('a.quote-place')!;
  const part = collection.parts.find(({ number }) => number === quote.part);
  link.hidden = !part;
  if (part) {
    link.href = urls.part(part);
    link.textContent = message('part', { number: String(quote.part) });
  }
}

/** Creates the item of a saved quote, which may no longer be in the collection. */
function createItem(
  template: HTMLTemplateElement,
  id: string,
  collection: CollectionData,
): HTMLLIElement {
  const item = document.importNode(template.content, true).querySelector('li')!;
  item.dataset['id'] = id;
  const quote = collection.quotes.find((quote) => quote.id === id);
  for (const element of item.querySelectorAll(quote ? '[data-gone]' : '[data-known]')) {
    element.remove();
  }
  if (quote) fillQuote(item.querySelector('figure')!, quote, collection);
  else item.querySelector('.p-name')!.textContent = id;
  const theme = quote ? typesetTitle(quote, collection.lang) : id;
  item.querySelector('textarea')!.ariaLabel = message('saved.noteOn', { theme });
  return item;
}

/** Shows a list with items from the page's template. Existing items and the focus stay. */
export function showItems(
  container: HTMLElement,
  list: SavedList,
  template: HTMLTemplateElement,
  collection: CollectionData,
): void {
  const focused = document.activeElement;
  const before = [...container.children] as HTMLLIElement[];
  const itemsById = new Map(before.map((item) => [item.dataset['id'], item]));
  const items = Array.from(list, ([id, note], at) => {
    const item = itemsById.get(id) ?? createItem(template, id, collection);
    const field = item.querySelector('textarea')!;
    if (field !== focused && field.value !== note) field.value = note;
    item.querySelector('[data-note]')!.textContent = note;
    item.querySelector('[data-action=up]')!.ariaDisabled = String(at === 0);
    item.querySelector('[data-action=down]')!.ariaDisabled = String(at === list.size - 1);
    return item;
  });
  const isSame = items.length === before.length && items.every((item, at) => item === before[at]);
  if (!isSame) container.replaceChildren(...items);
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
}
