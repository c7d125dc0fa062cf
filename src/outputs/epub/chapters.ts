import type { Collection, Inline, Paragraph, Quote } from '../../collection/model.ts';
import { paginate } from '../../collection/pagination.ts';
import { typesetInlines } from '../../collection/typeset-inlines.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { directionOf } from '../../text/language.ts';
import { quotationMarks, typeset, typesetQuote } from '../../text/typography.ts';
import { element, paragraphsHtml } from '../markup.ts';
import { type BookPage, link, page, readable, text } from './page.ts';

/** A page of quotes: those of a part or, where there are no parts, a page of all. */
export interface Chapter {
  file: string;
  title: string;
  /** Of the part. */
  number?: number;
  position?: number;
  quotes: Quote[];
}

/** The chapters of the book; parts without quotes have none. */
export function chaptersOf({ title, lang, parts, quotes }: Collection): Chapter[] {
  if (parts.length > 0) {
    return parts
      .filter((part) => part.quotes.length > 0)
      .map((part) => ({
        ...part,
        file: `part-${part.position}.xhtml`,
        title: typeset(part.title, lang),
      }));
  }
  return paginate(quotes).map(({ page, last, items }) => ({
    file: `quotes-${page}.xhtml`,
    title: typeset(title, lang) + (last > 1 ? ` ${page}/${last}` : ''),
    quotes: items,
  }));
}

// XML ids begin with a letter, those of quotes may begin with a digit.
const anchorOf = ({ id }: Quote) => `q-${id}`;

/** The address of each quote within the book. */
export type QuoteLinks = Map<Quote, string>;

/** Finds the address of every quote in its chapter. */
export function quoteLinks(chapters: Chapter[]): QuoteLinks {
  return new Map(
    chapters.flatMap(({ file, quotes }) =>
      quotes.map((quote) => [quote, `${file}#${anchorOf(quote)}`] as const),
    ),
  );
}

// A break is the only void element in paragraphs.
/** Paragraphs as XHTML. */
export const xhtmlOf = (paragraphs: Paragraph[]) =>
  paragraphsHtml(paragraphs).replaceAll('<br>', '<br/>');

/** The paragraphs of a quote in its marks, set in type. */
function inMarks({ paragraphs, lang }: Quote): Paragraph[] {
  const [opening, closing] = quotationMarks(lang);
  const mark = (value: string): Inline => ({ type: 'text', value });
  return paragraphs.map((inlines, at) => [
    ...(at === 0 ? [mark(opening!)] : []),
    ...typesetInlines(inlines, lang, typesetQuote),
    ...(at === paragraphs.length - 1 ? [mark(closing!)] : []),
  ]);
}

function quoteSection(quote: Quote, collection: Collection, site: URL): string {
  const { theme, source, person, lang, locator, date } = quote;
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
    element('blockquote', differing, xhtmlOf(inMarks(quote))),
    ...(said.length > 0 ? [text('p', said.join(', '), { class: 'source' })] : []),
    element('p', { class: 'address' }, link(address, readable(address))),
  );
}

/** A chapter as a page. */
export function chapterPage(
  { file, title, number, position, quotes }: Chapter,
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
      { 'epub:type': 'chapter', class: position === undefined ? 'part' : `part part-${position}` },
      element('header', {}, ...numbered, text('h1', title)),
      ...quotes.map((quote) => quoteSection(quote, collection, site)),
    ),
  );
}
