import type { Collection } from '../../collection/model.ts';
import { typesetInlines } from '../../collection/typeset-inlines.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { words } from '../../i18n/words.ts';
import { typeset } from '../../text/typography.ts';
import { attributes, markup } from '../markup.ts';
import {
  type Chapter,
  chapterPage,
  chaptersOf,
  type QuoteLinks,
  quoteLinks,
  xhtmlOf,
} from './chapters.ts';
import { indexPages } from './indexes.ts';
import { type BookPage, link, page, readable, uiLang } from './page.ts';

function titlePage(collection: Collection, site: URL): BookPage {
  const { title, person, lang, introduction } = collection;
  const home = absolute(urls.home(), site);
  const [shownTitle, by] = [typeset(title, lang), person && typeset(person, lang)];
  const body = markup`
    <section epub:type="titlepage" class="titlepage">
      <h1>${shownTitle}</h1>
      ${by && markup`<p class="person">${by}</p>`}
      ${xhtmlOf(introduction.map((inlines) => typesetInlines(inlines, lang)))}
      <p class="address">${link(home, readable(home))}</p>
    </section>`;
  return page(collection, 'title.xhtml', shownTitle, body);
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
    if (!chapter) return markup`<li>${link(file, title)}</li>`;
    const { number, position, quotes } = chapter;
    const ofPart = attributes({ class: position === undefined ? undefined : `part-${position}` });
    const heading = link(file, number === undefined ? title : `${number}. ${title}`);
    const titles = quotes.map(
      (quote) => markup`<li>${link(links.get(quote)!, typesetTitle(quote, lang))}</li>`,
    );
    return markup`<li${ofPart}>${heading}<ol>${titles}</ol></li>`;
  });
  const [first] = chapters as [Chapter];
  const body = markup`
    <nav epub:type="toc" role="doc-toc">
      <h1${uiLang(collection)}>${t('site.contents')}</h1>
      <ol>${entries}</ol>
    </nav>
    <nav epub:type="landmarks" hidden="hidden"${uiLang(collection)}>
      <ol>
        <li><a epub:type="toc" href="contents.xhtml">${t('site.contents')}</a></li>
        <li><a epub:type="bodymatter" href="${first.file}">${t('site.quotes')}</a></li>
      </ol>
    </nav>`;
  return page(collection, 'contents.xhtml', t('site.contents'), body);
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
