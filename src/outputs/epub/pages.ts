import type { Collection } from '../../collection/model.ts';
import { typesetInlines } from '../../collection/typeset-inlines.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { words } from '../../i18n/words.ts';
import { typeset } from '../../text/typography.ts';
import { element } from '../markup.ts';
import {
  type Chapter,
  chapterPage,
  chaptersOf,
  type QuoteLinks,
  quoteLinks,
  xhtmlOf,
} from './chapters.ts';
import { indexPages } from './indexes.ts';
import { type BookPage, link, page, readable, text, uiLang } from './page.ts';

function titlePage(collection: Collection, site: URL): BookPage {
  const { title, person, lang, introduction } = collection;
  const home = absolute(urls.home(), site);
  return page(
    collection,
    'title.xhtml',
    typeset(title, lang),
    element(
      'section',
      { 'epub:type': 'titlepage', class: 'titlepage' },
      text('h1', typeset(title, lang)),
      ...(person === undefined ? [] : [text('p', typeset(person, lang), { class: 'person' })]),
      xhtmlOf(introduction.map((inlines) => typesetInlines(inlines, lang))),
      element('p', { class: 'address' }, link(home, readable(home))),
    ),
  );
}

function contents(
  collection: Collection,
  pages: BookPage[],
  chapters: Chapter[],
  links: QuoteLinks,
): BookPage {
  const { lang } = collection;
  const { t } = words(collection);
  const entries = pages.map(({ file, title }) => {
    const chapter = chapters.find((other) => other.file === file);
    if (!chapter) return element('li', {}, link(file, title));
    const { number, position, quotes } = chapter;
    const titles = quotes.map((quote) =>
      element('li', {}, link(links.get(quote)!, typesetTitle(quote, lang))),
    );
    return element(
      'li',
      position === undefined ? {} : { class: `part-${position}` },
      link(file, number === undefined ? title : `${number}. ${title}`),
      element('ol', {}, ...titles),
    );
  });
  const [first] = chapters as [Chapter];
  const landmark = (type: string, href: string, title: string) =>
    element('li', {}, text('a', title, { 'epub:type': type, href }));
  return page(
    collection,
    'contents.xhtml',
    t('site.contents'),
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc' },
      text('h1', t('site.contents'), uiLang(collection)),
      element('ol', {}, ...entries),
    ),
    element(
      'nav',
      { 'epub:type': 'landmarks', hidden: 'hidden', ...uiLang(collection) },
      element(
        'ol',
        {},
        landmark('toc', 'contents.xhtml', t('site.contents')),
        landmark('bodymatter', first.file, t('site.quotes')),
      ),
    ),
  );
}

/** Every page of the book in its order; the second is the contents. */
export function bookPages(collection: Collection, site: URL): BookPage[] {
  const chapters = chaptersOf(collection);
  const links = quoteLinks(chapters);
  const body = [
    ...chapters.map((chapter) => chapterPage(chapter, collection, site)),
    ...indexPages(collection, links),
  ];
  return [titlePage(collection, site), contents(collection, body, chapters, links), ...body];
}
