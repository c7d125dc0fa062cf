import { groupByLetter, indexOf, type IndexEntry } from '../../collection/alphabetical-index.ts';
import {
  type Collection,
  type IndexKind,
  indexKinds,
  type Inline,
  type Paragraph,
  type Part,
  type Quote,
} from '../../collection/model.ts';
import { paginate } from '../../collection/pagination.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { typesetInlines } from '../../collection/typeset-inlines.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { words } from '../../i18n/words.ts';
import { directionOf } from '../../text/language.ts';
import { quotationMarks, typeset, typesetQuote } from '../../text/typography.ts';
import { attributes, markup, type Markup, paragraphsHtml, xmlFile } from '../markup.ts';

export interface BookPage {
  file: string;
  title: string;
  xhtml: string;
}

/** A page with the quotes of a part or, if there are no parts, a page of all quotes. */
interface Chapter {
  file: string;
  title: string;
  part?: Part;
  quotes: Quote[];
}

/** The context that all pages need. */
interface Book {
  collection: Collection;
  site: URL;
  chapters: Chapter[];
  /** The address of each quote within the book. */
  hrefs: Map<Quote, string>;
}

/** Returns the pages of the book in order; the second is the table of contents. */
export function bookPages(collection: Collection, site: URL): BookPage[] {
  const chapters = chaptersOf(collection);
  const hrefs = chapters.flatMap(({ file, quotes }) =>
    quotes.map((quote) => [quote, `${file}#${anchorOf(quote)}`] as const),
  );
  const book: Book = { collection, site, chapters, hrefs: new Map(hrefs) };
  const indexes = indexKinds
    .filter((kind) => collection[kind].length > 0)
    .map((kind) => indexPage(kind, book));
  return [
    titlePage(book),
    contents(book, indexes),
    ...chapters.map((chapter) => chapterPage(chapter, book)),
    ...indexes,
  ];
}

/** Returns the chapters of the book; parts without quotes have none. */
function chaptersOf({ title, lang, parts, quotes }: Collection): Chapter[] {
  if (parts.length > 0) {
    return parts
      .filter((part) => part.quotes.length > 0)
      .map((part) => ({
        file: `part-${part.position}.xhtml`,
        title: typeset(part.label, lang),
        part,
        quotes: part.quotes,
      }));
  }
  return paginate(quotes).map(({ page, last, items }) => ({
    file: `quotes-${page}.xhtml`,
    title: typeset(title, lang) + (last > 1 ? ` ${page}/${last}` : ''),
    quotes: items,
  }));
}

// An XML id must not begin with a digit, but the id of a quote may.
const anchorOf = ({ id }: Quote) => `q-${id}`;

const link = (href: string, content: string) => markup`<a href="${href}">${content}</a>`;

/** Returns a link whose text is its address, without scheme and final slash. */
const linkTo = (address: string) =>
  link(address, address.replace(/^https?:\/\//u, '').replace(/\/$/u, ''));

/** Returns the language attributes for words of the interface, if their language differs. */
function uiLang(collection: Collection): Markup[] {
  const { ui } = words(collection);
  return ui.lang === undefined ? [] : attributes({ ...ui, 'xml:lang': ui.lang });
}

/** Adds the head and the styles to the body of a page. */
function page({ lang }: Collection, file: string, title: string, body: Markup): BookPage {
  const dir = directionOf(lang);
  const xhtml = markup`
    <!DOCTYPE html>${'\n'}
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes({ lang, 'xml:lang': lang, dir })}>
      <head>
        <meta charset="utf-8"/>
        <title>${title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>${body}</body>
    </html>`;
  return { file, title, xhtml: xmlFile(xhtml) };
}

function titlePage({ collection, site }: Book): BookPage {
  const { title, person, lang, introduction } = collection;
  const [heading, byline] = [typeset(title, lang), person && typeset(person, lang)];
  const body = markup`
    <section epub:type="titlepage" class="titlepage">
      <h1>${heading}</h1>
      ${byline && markup`<p class="person">${byline}</p>`}
      ${xhtmlOf(introduction.map((inlines) => typesetInlines(inlines, lang)))}
      <p class="address">${linkTo(absolute(urls.home(), site))}</p>
    </section>`;
  return page(collection, 'title.xhtml', heading, body);
}

function contents({ collection, chapters, hrefs }: Book, indexes: BookPage[]): BookPage {
  const { lang } = collection;
  const { t } = words(collection);
  const entries = chapters.map(({ file, title, part, quotes }) => {
    const partClass = attributes({ class: part && `part-${part.position}` });
    const heading = link(file, part ? `${part.number}. ${title}` : title);
    const titles = quotes.map(
      (quote) => markup`<li>${link(hrefs.get(quote)!, typesetTitle(quote, lang))}</li>`,
    );
    return markup`<li${partClass}>${heading}<ol>${titles}</ol></li>`;
  });
  entries.push(...indexes.map(({ file, title }) => markup`<li>${link(file, title)}</li>`));
  const body = markup`
    <nav epub:type="toc" role="doc-toc">
      <h1${uiLang(collection)}>${t('site.contents')}</h1>
      <ol>${entries}</ol>
    </nav>
    <nav epub:type="landmarks" hidden="hidden"${uiLang(collection)}>
      <ol>
        <li><a epub:type="toc" href="contents.xhtml">${t('site.contents')}</a></li>
        <li><a epub:type="bodymatter" href="${chapters[0]!.file}">${t('site.quotes')}</a></li>
      </ol>
    </nav>`;
  return page(collection, 'contents.xhtml', t('site.contents'), body);
}

/** Returns paragraphs as XHTML; `<br>` is the only void element in them. */
const xhtmlOf = (paragraphs: Paragraph[]): Markup => ({
  markup: paragraphsHtml(paragraphs).markup.replaceAll('<br>', '<br/>'),
});

/** Returns the typeset paragraphs of a quote with quotation marks around them. */
function inMarks({ paragraphs, lang }: Quote): Paragraph[] {
  const [opening, closing] = quotationMarks(lang);
  const mark = (value: string): Inline => ({ type: 'text', value });
  return paragraphs.map((inlines, at) => [
    ...(at === 0 ? [mark(opening!)] : []),
    ...typesetInlines(inlines, lang, typesetQuote),
    ...(at === paragraphs.length - 1 ? [mark(closing!)] : []),
  ]);
}

function quoteSection(quote: Quote, { collection, site }: Book): Markup {
  const { theme, source, person, lang, locator, date } = quote;
  const langs = lang === collection.lang ? {} : { lang, 'xml:lang': lang, dir: directionOf(lang) };
  const reference = [
    person?.label === collection.person ? undefined : person?.label,
    source && typeset(source.label, collection.lang),
    locator,
    date,
  ].filter((item) => item !== undefined);
  return markup`
    <section class="quote" id="${anchorOf(quote)}">
      ${theme && markup`<h2>${typeset(theme.label, collection.lang)}</h2>`}
      <blockquote${attributes(langs)}>${xhtmlOf(inMarks(quote))}</blockquote>
      ${reference.length > 0 ? markup`<p class="source">${reference.join(', ')}</p>` : ''}
      <p class="address">${linkTo(absolute(urls.quote(quote), site))}</p>
    </section>`;
}

function chapterPage({ file, title, part, quotes }: Chapter, book: Book): BookPage {
  const body = markup`
    <section epub:type="chapter" class="${part ? `part part-${part.position}` : 'part'}">
      <header>
        ${part && markup`<p class="number">${part.number}</p>`}
        <h1>${title}</h1>
      </header>
      ${quotes.map((quote) => quoteSection(quote, book))}
    </section>`;
  return page(book.collection, file, title, body);
}

/** Returns an index with the same entries as on the site. */
function indexPage(kind: IndexKind, { collection, hrefs }: Book): BookPage {
  const entry = ({ text: label, page: { quotes } }: IndexEntry) => {
    const items = quotes.map((quote) => {
      return { href: hrefs.get(quote)!, title: typesetTitle(quote, collection.lang) };
    });
    // The theme of a single quote is also its title.
    if (items.length === 1 && items[0]!.title === label) {
      return markup`<li>${link(items[0]!.href, label)}</li>`;
    }
    const links = items.map(({ href, title }) => markup`<li>${link(href, title)}</li>`);
    return markup`<li><p>${label}</p><ul>${links}</ul></li>`;
  };
  const title = words(collection).t(`site.${kind}`);
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
}
