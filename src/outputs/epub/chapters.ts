import type { Collection, Inline, Paragraph, Quote } from '../../collection/model.ts';
import { paginate } from '../../collection/pagination.ts';
import { typesetInlines } from '../../collection/typeset-inlines.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { directionOf } from '../../text/language.ts';
import { quotationMarks, typeset, typesetQuote } from '../../text/typography.ts';
import { attributes, markup, type Markup, paragraphsHtml } from '../markup.ts';
import { type BookPage, link, page, readable } from './page.ts';

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
        title: typeset(part.label, lang),
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
export const xhtmlOf = (paragraphs: Paragraph[]): Markup => ({
  markup: paragraphsHtml(paragraphs).markup.replaceAll('<br>', '<br/>'),
});

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

function quoteSection(quote: Quote, collection: Collection, site: URL): Markup {
  const { theme, source, person, lang, locator, date } = quote;
  const address = absolute(urls.quote(quote), site);
  const own = lang === collection.lang ? {} : { lang, 'xml:lang': lang, dir: directionOf(lang) };
  const said = [
    ...(person && person.label !== collection.person ? [person.label] : []),
    ...(source ? [typeset(source.label, collection.lang)] : []),
    ...[locator, date].filter((known) => known !== undefined),
  ];
  return markup`
    <section class="quote" id="${anchorOf(quote)}">
      ${theme && markup`<h2>${typeset(theme.label, collection.lang)}</h2>`}
      <blockquote${attributes(own)}>${xhtmlOf(inMarks(quote))}</blockquote>
      ${said.length > 0 ? markup`<p class="source">${said.join(', ')}</p>` : ''}
      <p class="address">${link(address, readable(address))}</p>
    </section>`;
}

/** A chapter as a page. */
export function chapterPage(
  { file, title, number, position, quotes }: Chapter,
  collection: Collection,
  site: URL,
): BookPage {
  const body = markup`
    <section epub:type="chapter" class="${position === undefined ? 'part' : `part part-${position}`}">
      <header>
        ${number === undefined ? '' : markup`<p class="number">${number}</p>`}
        <h1>${title}</h1>
      </header>
      ${quotes.map((quote) => quoteSection(quote, collection, site))}
    </section>`;
  return page(collection, file, title, body);
}
