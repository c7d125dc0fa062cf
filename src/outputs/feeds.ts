import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { paginate, type PageOf } from '../collection/pagination.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { markup, attributes, paragraphsHtml, xmlFile } from './markup.ts';
import { isEnabled } from './selection.ts';

// The package `feed` is not used: its XML breaks at the second `]]>` of a text, turns a literal
// `&amp;` into `&`, leaves `<` in attributes, and uses the build time if there is no date.

/** Atom requires a date; this is the one for collections without any. */
const UNKNOWN = '2000-01-01';

/** Feed readers would accept more. Further pages follow RFC 5005. */
const PAGE_SIZE = 1000;

/** The latest publication day, which is also used for quotes that are not in the ledger. */
function latestDay({ quotes, date }: Collection): string {
  const days = quotes.flatMap(({ added }) => added ?? []);
  // The collection may have the date of an old book.
  return days.toSorted().at(-1) ?? (date && date > UNKNOWN ? date : UNKNOWN);
}

/**
 * Returns the pages of a feed, which together contain every quote. The latest come first, because
 * few feed readers fetch a second page; quotes of the same day are in reading order.
 */
export function feedPages(collection: Collection, pageSize = PAGE_SIZE): PageOf<Quote>[] {
  const latest = latestDay(collection);
  const dayOf = ({ added = latest }: Quote) => added;
  const inOrder = collection.quotes.toSorted(
    (a, b) => Number(dayOf(a) < dayOf(b)) - Number(dayOf(a) > dayOf(b)),
  );
  return paginate(inOrder, pageSize);
}

/** Returns the paths of a feed and of its further pages, without extension. */
export const feedPaths = (collection: Collection) =>
  feedPages(collection).map((page) => ({
    params: { feed: page.page === 1 ? 'feed' : `feed/${page.page}` },
    props: { page },
  }));

function timestamp(date: string): string {
  return new Date(date).toISOString();
}

function contentHtml({ paragraphs, person, source, lang }: Quote): string {
  const cite = source && markup`<cite>${source.label}</cite>`;
  const names = person && cite ? [person.label, ', ', cite] : [person?.label, cite];
  const quote = markup`<blockquote lang="${lang}">${paragraphsHtml(paragraphs)}</blockquote>`;
  return markup`${quote}${(person ?? source) && markup`<p>— ${names}</p>`}`.markup;
}

/**
 * Renders a page of the Atom feed, with links to the others (RFC 5005). Quotes have the date of
 * their publication, not of the build, so that the same content gives the same feed.
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
        ${added && markup`<published>${timestamp(added)}</published>`}
        <updated>${timestamp(added ?? latest)}</updated>
        ${person && markup`<author><name>${person.label}</name></author>`}
        ${part && markup`<category term="${part.slug}" label="${part.label}"/>`}
        <content type="html">${contentHtml(quote)}</content>
      </entry>`;
  });
  const summary = plainText(introduction);
  // Atom requires an author for a feed if its entries have none.
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
      <updated>${timestamp(latest)}</updated>
      <author><name>${person ?? title}</name></author>
      ${entries}
    </feed>`);
}

/** Returns a page of the JSON Feed 1.1; only quotes in the ledger have a date. */
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
    // The same on all pages, because it identifies the feed.
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
        date_published: added && timestamp(added),
        authors: person && [{ name: person.label }],
        tags: part && [part.label],
        language: quote.lang,
      };
    }),
  };
}
