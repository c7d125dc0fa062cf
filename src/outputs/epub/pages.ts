import { plainText } from '../../collection/plain-text.ts';
import { directionOf, langAttributes } from '../../text/language.ts';
import type { Collection, Inline, Paragraph, Part, Quote } from '../../collection/model.ts';
import { indexLetter } from '../../collection/order.ts';
import { inQuotationMarks, typeset } from '../../text/typography.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { element, escapeMarkup, paragraphsHtml } from '../markup.ts';

/** A page of the book as an e-reader opens it. */
export interface BookPage {
  file: string;
  title: string;
  xhtml: string;
}

const text = (name: string, content: string, attributes: Record<string, string> = {}) =>
  element(name, attributes, escapeMarkup(content));

/** What the book says of itself is in the language of the interface. */
const oursIn = (collection: Collection): Record<string, string> => {
  const { ui } = langAttributes(collection);
  return ui.lang === undefined ? {} : { ...ui, 'xml:lang': ui.lang };
};

const link = (href: string, content: string) => text('a', content, { href });

function page(collection: Collection, file: string, title: string, ...body: string[]): BookPage {
  const { lang } = collection;
  const xhtml = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang,
      'xml:lang': lang,
      dir: directionOf(lang),
    },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      text('title', title),
      element('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ),
    element('body', {}, ...body),
  );
  const prologue = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n';
  return { file, title, xhtml: `${prologue}${xhtml}\n` };
}

/** Paragraphs with their words set in type, as pages set them. */
function typesetParagraphs(paragraphs: Paragraph[], lang: string): Paragraph[] {
  const set = (inlines: Inline[], before: string): Inline[] =>
    inlines.map((inline, at) => {
      const preceding = before + plainText([inlines.slice(0, at)]);
      if (inline.type === 'text') {
        return { ...inline, value: typeset(inline.value, lang, preceding) };
      }
      return 'children' in inline
        ? { ...inline, children: set(inline.children, preceding) }
        : inline;
    });
  return paragraphs.map((inlines) => set(inlines, ''));
}

// A break is the one element without an end that paragraphs have, and a written one is escaped.
const xhtmlOf = (paragraphs: Paragraph[]) => paragraphsHtml(paragraphs).replaceAll('<br>', '<br/>');

function inMarks(paragraphs: Paragraph[], lang: string): Paragraph[] {
  const [opening, closing] = inQuotationMarks('\n', lang).split('\n');
  const mark = (value: string): Inline => ({ type: 'text', value });
  return paragraphs.map((inlines, at) => [
    ...(at === 0 ? [mark(opening!)] : []),
    ...inlines,
    ...(at === paragraphs.length - 1 ? [mark(closing!)] : []),
  ]);
}

const fileOf = ({ place }: Part) => `part-${place}.xhtml`;
// In XML a name begins with a letter, and an id of ui may begin with a digit.
const anchorOf = ({ id }: Quote) => `q-${id}`;
const placeOf = (quote: Quote) => `${fileOf(quote.part)}#${anchorOf(quote)}`;

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
      text('p', typeset(person, lang), { class: 'person' }),
      xhtmlOf(typesetParagraphs(introduction, lang)),
      element('p', { class: 'address' }, link(home, readable(home))),
    ),
  );
}

/** An address as it is read: without its scheme and the slash at its end. */
function readable(address: string): string {
  return address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}

function quoteSection(quote: Quote, collection: Collection, site: URL): string {
  const { theme, source, person, lang, paragraphs, locator, date } = quote;
  const address = absolute(urls.quote(quote), site);
  const differing =
    lang === collection.lang ? {} : { lang, 'xml:lang': lang, dir: directionOf(lang) };
  const said = [
    ...(person === collection.person ? [] : [person]),
    typeset(source.name, collection.lang),
    ...[locator, date].filter((known) => known !== undefined),
  ];
  return element(
    'section',
    { class: 'quote', id: anchorOf(quote) },
    text('h2', typeset(theme.label, collection.lang)),
    element('blockquote', differing, xhtmlOf(inMarks(typesetParagraphs(paragraphs, lang), lang))),
    text('p', said.join(', '), { class: 'source' }),
    element('p', { class: 'address' }, link(address, readable(address))),
  );
}

function partPage(part: Part, collection: Collection, site: URL): BookPage {
  const title = typeset(part.title, collection.lang);
  return page(
    collection,
    fileOf(part),
    title,
    element(
      'section',
      { 'epub:type': 'chapter', class: `part part-${part.place}` },
      element('header', {}, text('p', String(part.number), { class: 'number' }), text('h1', title)),
      ...part.quotes.map((quote) => quoteSection(quote, collection, site)),
    ),
  );
}

interface IndexEntry {
  label: string;
  quotes: Quote[];
}

function indexPage(
  collection: Collection,
  { file, title, entries }: { file: string; title: string; entries: IndexEntry[] },
): BookPage {
  const { lang } = collection;
  const entry = ({ label, quotes }: IndexEntry) => {
    const own = quotes.length === 1 && quotes[0]!.theme.label === label;
    const places = quotes.map((quote) =>
      element('li', {}, link(placeOf(quote), typeset(quote.theme.label, lang))),
    );
    return own
      ? element('li', {}, link(placeOf(quotes[0]!), typeset(label, lang)))
      : element('li', {}, text('p', typeset(label, lang)), element('ul', {}, ...places));
  };
  const letters = Map.groupBy(entries, ({ label }) => indexLetter(label));
  return page(
    collection,
    file,
    title,
    element(
      'section',
      { 'epub:type': 'index', class: 'index' },
      text('h1', title, oursIn(collection)),
      ...[...letters].map(([letter, own]) =>
        element('section', {}, text('h2', letter), element('ul', {}, ...own.map(entry))),
      ),
    ),
  );
}

function colophon(collection: Collection, site: URL): BookPage {
  const home = absolute(urls.home(), site);
  return page(
    collection,
    'colophon.xhtml',
    'CollectionConfig this book',
    element(
      'section',
      { 'epub:type': 'colophon', class: 'colophon', ...oursIn(collection) },
      text('h1', 'CollectionConfig this book'),
      element(
        'p',
        {},
        escapeMarkup('Made from the site '),
        link(home, readable(home)),
        escapeMarkup(
          ', where every quote has a page of its own, and the address below each quote leads there.',
        ),
      ),
      text(
        'p',
        'Set in Newsreader and Instrument Sans, which are free under the SIL Open Font License.',
      ),
    ),
  );
}

function contents(collection: Collection, pages: BookPage[]): BookPage {
  const { parts, lang } = collection;
  const entries = pages.map(({ file, title }) => {
    const part = parts.find((other) => fileOf(other) === file);
    if (!part) return element('li', {}, link(file, title));
    const themes = part.quotes.map((quote) =>
      element('li', {}, link(placeOf(quote), typeset(quote.theme.label, lang))),
    );
    return element(
      'li',
      { class: `part-${part.place}` },
      link(file, `${part.number}. ${title}`),
      ...(themes.length > 0 ? [element('ol', {}, ...themes)] : []),
    );
  });
  const first = pages.find(({ file }) => file.startsWith('part-'))!;
  const landmark = (type: string, href: string, title: string) =>
    element('li', {}, text('a', title, { 'epub:type': type, href }));
  return page(
    collection,
    'contents.xhtml',
    'Contents',
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc' },
      text('h1', 'Contents', oursIn(collection)),
      element('ol', {}, ...entries),
    ),
    element(
      'nav',
      { 'epub:type': 'landmarks', hidden: 'hidden', ...oursIn(collection) },
      text('h2', 'Landmarks'),
      element(
        'ol',
        {},
        landmark('toc', 'contents.xhtml', 'Contents'),
        landmark('bodymatter', first.file, 'Start of the text'),
      ),
    ),
  );
}

/** Every page of the book in its order; the second is the contents. Parts without quotes have none. */
export function bookPages(collection: Collection, site: URL): BookPage[] {
  const { parts, themes, sources, subjects } = collection;
  const indexes = [
    { file: 'themes.xhtml', title: 'Themes', entries: themes },
    {
      file: 'subjects.xhtml',
      title: 'Subjects',
      entries: subjects.map(({ term, quotes }) => ({ label: term, quotes })),
    },
    {
      file: 'sources.xhtml',
      title: 'Sources',
      entries: sources.map(({ name, quotes }) => ({ label: name, quotes })),
    },
  ];
  const body = [
    ...parts
      .filter(({ quotes }) => quotes.length > 0)
      .map((part) => partPage(part, collection, site)),
    ...indexes
      .filter(({ entries }) => entries.length > 0)
      .map((index) => indexPage(collection, index)),
    colophon(collection, site),
  ];
  return [titlePage(collection, site), contents(collection, body), ...body];
}
