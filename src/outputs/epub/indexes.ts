import { groupByLetter, indexOf, type IndexEntry } from '../../collection/alphabetical-index.ts';
import { type Collection, indexKinds } from '../../collection/model.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { words } from '../../i18n/words.ts';
import { element } from '../markup.ts';
import type { QuoteLinks } from './chapters.ts';
import { type BookPage, link, page, text, uiLang } from './page.ts';

/** A page for each index that has entries, as the site has it. */
export function indexPages(collection: Collection, links: QuoteLinks): BookPage[] {
  const { t } = words(collection);
  const entry = ({ text: label, page: { quotes } }: IndexEntry) => {
    const items = quotes.map((quote) => {
      return { href: links.get(quote)!, title: typesetTitle(quote, collection.lang) };
    });
    // The theme of one quote is its title.
    return items.length === 1 && items[0]!.title === label
      ? element('li', {}, link(items[0]!.href, label))
      : element(
          'li',
          {},
          text('p', label),
          element(
            'ul',
            {},
            ...items.map(({ href, title }) => element('li', {}, link(href, title))),
          ),
        );
  };
  return indexKinds
    .filter((kind) => collection[kind].length > 0)
    .map((kind) => {
      const title = t(`site.${kind}`);
      const letters = groupByLetter(indexOf(collection, kind)).map(({ letter, entries }) =>
        element('section', {}, text('h2', letter), element('ul', {}, ...entries.map(entry))),
      );
      const heading = text('h1', title, uiLang(collection));
      const section = { 'epub:type': 'index', class: 'index' };
      return page(
        collection,
        `${kind}.xhtml`,
        title,
        element('section', section, heading, ...letters),
      );
    });
}
