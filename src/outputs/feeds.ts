import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { paginate, type PageOf } from '../collection/pagination.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { markup, attributes, paragraphsHtml, xmlFile } from './markup.ts';
import { isEnabled } from './selection.ts';

// The package `feed` is not used: its XML ends at the second `]]>` of a text, turns a written `&amp;`
// into `&`, leaves `<` in attributes, and falls back to the time of the build.

/** Atom requires a date; this one is for collections without any. */
const UNKNOWN = '2000-01-01';

/** Feed readers accept more; further pages follow RFC 5005. */
const PAGE_SIZE = 1000;

/** The day on which the latest quotes were published, also for quotes that are not in the ledger. */
function latestDay({ quotes, date }: Collection): string {
  const days = quotes.flatMap(({ added }) => added ?? []);
  // The collection may be dated like an old book.
  return days.toSorted().at(-1) ?? (date && date > UNKNOWN ? date : UNKNOWN);
}

/**
 * The pages of a feed, which together have every quote: the latest first, as few readers ask for a
 * second page, and those of one day in reading order.
 */
export function feedPages(collection: Collection, pageSize = PAGE_SIZE): PageOf<Quote>[] {
  const latest = latestDay(collection);
  const dayOf = ({ added = latest }: Quote) => added;
  const inOrder = collection.quotes.toSorted(
    (a, b) => Number(dayOf(a) < dayOf(b)) - Number(dayOf(a) > dayOf(b)),
  );
  return paginate(inOrder, pageSize);
}

/** The paths of a feed, without extension, and of its further pages. */
export const feedPaths = (collection: Collection) =>
  feedPages(collection).map((page) => ({
    params: { feed: page.page === 1 ? 'feed' : `feed/${page.page}` },
    props: { page },
  }));

function moment(date: string): string {
  return new Date(date).toISOString();
}

function contentHtml({ paragraphs, person, source, lang }: Quote): string {
  const cite = source && markup`<cite>${source.label}</cite>`;
  const names = person && cite ? [person.label, ', ', cite] : [person?.label, cite];
  const by = (person ?? source) && markup`<p>— ${names}</p>`;
  return markup`<blockquote lang="${lang}">${paragraphsHtml(paragraphs)}</blockquote>${by}`.markup;
}

/**
 * A page of the Atom feed, linked to the others by RFC 5005. A quote is dated by its publication, not
 * by the build: the same content gives the same feed.
 */
export function atomFeed(
  collection: Collection,
  site: URL,
  { page, last, items } = feedPages(collection)[0]!,
): string {
  const { title, person, lang, introduction } = collection;
  const latest = latestDay(collection);
  const link = (rel: string, to: number) => {
    const href = absolute(urls.atom(to), site);
    return markup`<link rel="${rel}" type="application/atom+xml" href="${href}"/>`;
  };
  const home = absolute(urls.home(), site);

  const entries = items.map((quote) => {
    const address = absolute(urls.quote(quote), site);
    const { added, person, part } = quote;
    return markup`
      <entry${attributes({ 'xml:lang': quote.lang === lang ? undefined : quote.lang })}>
        <title>${quoteTitle(quote)}</title>
        <id>${address}</id>
        <link rel="alternate" type="text/html" href="${address}"/>
        ${added && markup`<published>${moment(added)}</published>`}
        <updated>${moment(added ?? latest)}</updated>
        ${person && markup`<author><name>${person.label}</name></author>`}
        ${part && markup`<category term="${part.slug}" label="${part.label}"/>`}
        <content type="html">${contentHtml(quote)}</content>
      </entry>`;
  });
  const summary = plainText(introduction);
  // Atom requires an author of a feed whose entries have none.
  return xmlFile(markup`
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
      <title>${title}</title>
      ${summary && markup`<subtitle>${summary}</subtitle>`}
      <id>${home}</id>
      <link rel="alternate" type="text/html" href="${home}"/>
      ${link('self', page)}
      ${last > 1 ? [link('first', 1), link('last', last)] : []}
      ${page > 1 ? link('previous', page - 1) : ''}
      ${page < last ? link('next', page + 1) : ''}
      <updated>${moment(latest)}</updated>
      <author><name>${person ?? title}</name></author>
      ${entries}
    </feed>`);
}

/** A page of the JSON Feed 1.1, with dates only where the ledger has them. */
export function jsonFeed(
  collection: Collection,
  site: URL,
  { page, last, items } = feedPages(collection)[0]!,
): object {
  const { title, person, lang, introduction } = collection;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: absolute(urls.home(), site),
    // All pages share it, as it identifies the feed.
    feed_url: absolute(urls.jsonFeed(), site),
    next_url: page < last ? absolute(urls.jsonFeed(page + 1), site) : undefined,
    description: plainText(introduction) || undefined,
    language: lang,
    authors: person && [{ name: person }],
    items: items.map((quote) => {
      const { theme, part, person, text, added } = quote;
      const address = absolute(urls.quote(quote), site);
      return {
        id: address,
        url: address,
        title: theme?.label,
        content_html: contentHtml(quote),
        content_text: text,
        image: isEnabled('cards') ? absolute(urls.card(quote), site) : undefined,
        date_published: added && moment(added),
        authors: person && [{ name: person.label }],
        tags: part && [part.label],
        language: quote.lang,
      };
    }),
  };
}
