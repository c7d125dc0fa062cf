import { plainText } from '../../collection/plain-text.ts';
import { directionOf } from '../../text/language.ts';
import type { Collection, Inline, Paragraph, Quote } from '../../collection/model.ts';
import { words } from '../../i18n/words.ts';
import { indexLetter, type LabelType } from '../../text/index-order.ts';
import { inQuotationMarks, typeset } from '../../text/typography.ts';
import { paginate } from '../../collection/pagination.ts';
import { listedPeople } from '../../collection/people.ts';
import { typesetTitle } from '../../collection/quote-title.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { element, escapeMarkup, paragraphsHtml } from '../markup.ts';
import { readTheme } from '../theme.ts';

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
  const { ui } = words(collection);
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

/** A page of quotes: those of a part or, where there are no parts, so many of all. */
interface Chapter {
  file: string;
  title: string;
  /** Of the part. */
  number?: number;
  place?: number;
  quotes: Quote[];
}

/** Parts without quotes have no chapter. */
function chaptersOf({ title, lang, parts, quotes }: Collection): Chapter[] {
  if (parts.length > 0) {
    return parts
      .filter((part) => part.quotes.length > 0)
      .map((part) => ({
        ...part,
        file: `part-${part.place}.xhtml`,
        title: typeset(part.title, lang),
      }));
  }
  return paginate(quotes).map(({ page, last, items }) => ({
    file: `quotes-${page}.xhtml`,
    title: typeset(title, lang) + (last > 1 ? ` ${page}/${last}` : ''),
    quotes: items,
  }));
}

// In XML a name begins with a letter, and an id of ours may begin with a digit.
const anchorOf = ({ id }: Quote) => `q-${id}`;

/** Where each quote is in the book. */
type Places = Map<Quote, string>;

function placesOf(chapters: Chapter[]): Places {
  return new Map(
    chapters.flatMap(({ file, quotes }) =>
      quotes.map((quote) => [quote, `${file}#${anchorOf(quote)}`] as const),
    ),
  );
}

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
    ...(person && person.name !== collection.person ? [person.name] : []),
    ...(source ? [typeset(source.name, collection.lang)] : []),
    ...[locator, date].filter((known) => known !== undefined),
  ];
  return element(
    'section',
    { class: 'quote', id: anchorOf(quote) },
    ...(theme ? [text('h2', typeset(theme.label, collection.lang))] : []),
    element('blockquote', differing, xhtmlOf(inMarks(typesetParagraphs(paragraphs, lang), lang))),
    ...(said.length > 0 ? [text('p', said.join(', '), { class: 'source' })] : []),
    element('p', { class: 'address' }, link(address, readable(address))),
  );
}

function chapterPage(
  { file, title, number, place, quotes }: Chapter,
  collection: Collection,
  site: URL,
): BookPage {
  const numbered = number === undefined ? [] : [text('p', String(number), { class: 'number' })];
  return page(
    collection,
    file,
    title,
    element(
      'section',
      { 'epub:type': 'chapter', class: place === undefined ? 'part' : `part part-${place}` },
      element('header', {}, ...numbered, text('h1', title)),
      ...quotes.map((quote) => quoteSection(quote, collection, site)),
    ),
  );
}

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
  placeOf: Places,
): BookPage {
  const { lang } = collection;
  const entry = ({ label, quotes }: IndexEntry) => {
    const own = quotes.length === 1 && quotes[0]!.theme?.label === label;
    const places = quotes.map((quote) =>
      element('li', {}, link(placeOf.get(quote)!, typesetTitle(quote, lang))),
    );
    return own
      ? element('li', {}, link(placeOf.get(quotes[0]!)!, typeset(label, lang)))
      : element('li', {}, text('p', typeset(label, lang)), element('ul', {}, ...places));
  };
  const letters = Map.groupBy(entries, ({ label }) => indexLetter(label, lang, type));
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
  const { t, around, list } = words(collection);
  const { family } = readTheme();
  const fonts = [family('serif'), family('sans')];
  const [before, after] = around('epub.madeFrom');
  return page(
    collection,
    'colophon.xhtml',
    t('epub.about'),
    element(
      'section',
      { 'epub:type': 'colophon', class: 'colophon', ...oursIn(collection) },
      text('h1', t('epub.about')),
      element('p', {}, escapeMarkup(before), link(home, readable(home)), escapeMarkup(after)),
      text('p', t('epub.fonts', { fonts: list(fonts) })),
    ),
  );
}

function contents(
  collection: Collection,
  pages: BookPage[],
  chapters: Chapter[],
  placeOf: Places,
): BookPage {
  const { lang } = collection;
  const { t } = words(collection);
  const entries = pages.map(({ file, title }) => {
    const chapter = chapters.find((other) => other.file === file);
    if (!chapter) return element('li', {}, link(file, title));
    const { number, place, quotes } = chapter;
    const titles = quotes.map((quote) =>
      element('li', {}, link(placeOf.get(quote)!, typesetTitle(quote, lang))),
    );
    return element(
      'li',
      place === undefined ? {} : { class: `part-${place}` },
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
      text('h1', t('site.contents'), oursIn(collection)),
      element('ol', {}, ...entries),
    ),
    element(
      'nav',
      { 'epub:type': 'landmarks', hidden: 'hidden', ...oursIn(collection) },
      text('h2', t('epub.landmarks')),
      element(
        'ol',
        {},
        landmark('toc', 'contents.xhtml', t('site.contents')),
        landmark('bodymatter', first.file, t('epub.start')),
      ),
    ),
  );
}

/** Every page of the book in its order; the second is the contents. Parts without quotes have none. */
export function bookPages(collection: Collection, site: URL): BookPage[] {
  const { themes, sources, subjects } = collection;
  const { t } = words(collection);
  const chapters = chaptersOf(collection);
  const placeOf = placesOf(chapters);
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
  const body = [
    ...chapters.map((chapter) => chapterPage(chapter, collection, site)),
    ...indexes
      .filter(({ entries }) => entries.length > 0)
      .map((index) => indexPage(collection, index, placeOf)),
    colophon(collection, site),
  ];
  const toc = contents(collection, body, chapters, placeOf);
  return [titlePage(collection, site), toc, ...body];
}
