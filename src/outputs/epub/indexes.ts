import { groupByLetter, indexOf, type IndexEntry } from '../../collection/alphabetical-index.ts';
import { type Collection, indexKinds } from '../../collection/model.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { words } from '../../i18n/words.ts';
import { markup } from '../markup.ts';
import type { QuoteLinks } from './chapters.ts';
import { type BookPage, link, page, uiLang } from './page.ts';

/** A page for each index that has entries, as the site has it. */
export function indexPages(collection: Collection, links: QuoteLinks): BookPage[] {
  const { t } = words(collection);
  const entry = ({ text: label, page: { quotes } }: IndexEntry) => {
    const items = quotes.map((quote) => {
      return { href: links.get(quote)!, title: typesetTitle(quote, collection.lang) };
    });
    // The theme of one quote is its title.
    if (items.length === 1 && items[0]!.title === label) {
      return markup`<li>${link(items[0]!.href, label)}</li>`;
    }
    const shown = items.map(({ href, title }) => markup`<li>${link(href, title)}</li>`);
    return markup`<li><p>${label}</p><ul>${shown}</ul></li>`;
  };
  return indexKinds
    .filter((kind) => collection[kind].length > 0)
    .map((kind) => {
      const title = t(`site.${kind}`);
      const letters = groupByLetter(indexOf(collection, kind)).map(
        ({ letter, entries }) =>
          markup`<section><h2>${letter}</h2><ul>${entries.map(entry)}</ul></section>`,
      );
      const index = markup`
        <section epub:type="index" class="index">
          <h1${uiLang(collection)}>${title}</h1>
          ${letters}
        </section>`;
      return page(collection, `${kind}.xhtml`, title, index);
    });
}
