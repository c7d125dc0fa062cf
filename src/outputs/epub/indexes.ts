import type { Collection, Quote } from '../../collection/model.ts';
import { listedPeople } from '../../collection/people.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { words } from '../../i18n/words.ts';
import { indexLetter, type LabelType } from '../../text/index-order.ts';
import { typeset } from '../../text/typography.ts';
import { element } from '../markup.ts';
import type { QuoteLinks } from './chapters.ts';
import { type BookPage, link, page, text, uiLang } from './page.ts';

interface IndexEntry {
  label: string;
  quotes: Quote[];
}

interface BookIndex {
  file: string;
  title: string;
  entries: IndexEntry[];
  type?: LabelType;
}

function indexPage(
  collection: Collection,
  { file, title, entries, type }: BookIndex,
  links: QuoteLinks,
): BookPage {
  const { lang } = collection;
  const entry = ({ label, quotes }: IndexEntry) => {
    const own = quotes.length === 1 && quotes[0]!.theme?.label === label;
    const items = quotes.map((quote) =>
      element('li', {}, link(links.get(quote)!, typesetTitle(quote, lang))),
    );
    return own
      ? element('li', {}, link(links.get(quotes[0]!)!, typeset(label, lang)))
      : element('li', {}, text('p', typeset(label, lang)), element('ul', {}, ...items));
  };
  const letters = Map.groupBy(entries, ({ label }) => indexLetter(label, lang, type));
  return page(
    collection,
    file,
    title,
    element(
      'section',
      { 'epub:type': 'index', class: 'index' },
      text('h1', title, uiLang(collection)),
      ...[...letters].map(([letter, own]) =>
        element('section', {}, text('h2', letter), element('ul', {}, ...own.map(entry))),
      ),
    ),
  );
}

/** A page for each index that has entries. */
export function indexPages(collection: Collection, links: QuoteLinks): BookPage[] {
  const { themes, sources, subjects } = collection;
  const { t } = words(collection);
  const byName = ({ name, quotes }: { name: string; quotes: Quote[] }) => ({ label: name, quotes });
  const indexes: BookIndex[] = [
    { file: 'themes.xhtml', title: t('site.themes'), entries: themes },
    {
      file: 'subjects.xhtml',
      title: t('site.subjects'),
      entries: subjects.map(({ term, quotes }) => ({ label: term, quotes })),
    },
    {
      file: 'sources.xhtml',
      title: t('site.sources'),
      entries: sources.map(byName),
    },
    {
      file: 'people.xhtml',
      title: t('site.people'),
      entries: listedPeople(collection).map(byName),
      type: 'name',
    },
  ];
  return indexes
    .filter(({ entries }) => entries.length > 0)
    .map((index) => indexPage(collection, index, links));
}
