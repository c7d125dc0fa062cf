import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { paginate, type PageOf } from '../collection/pagination.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { element, escapeMarkup, paragraphsHtml } from './markup.ts';
import { isEnabled } from './selection.ts';

// Not by the package `feed`: its XML ends at the second `]]>` of a text, turns a written `&amp;`
// into `&`, leaves `<` in attributes, and falls back to the time of the build.

/** What Atom, which must have one, says of a time that nobody knows; readers take it for none. */
const UNKNOWN = '1970-01-01';

/** What readers of feeds take at once, with room to spare; more is on further pages of the feed. */
const MOST = 1000;

/** Cuts the collection into pages of a feed, each by its number: together they hold every quote. */
export function feedPages({ quotes }: Collection, most = MOST): PageOf<Quote>[] {
  return paginate(quotes, most);
}

/** A date as precise as it is known, as the moment that feeds want. */
function moment(date: string): string {
  return new Date(date).toISOString();
}

function contentHtml({ paragraphs, person, source, lang }: Quote): string {
  const quoted = element('blockquote', { lang }, paragraphsHtml(paragraphs));
  const names = [
    ...(person ? [escapeMarkup(person.name)] : []),
    ...(source ? [element('cite', {}, escapeMarkup(source.name))] : []),
  ];
  return names.length === 0 ? quoted : quoted + element('p', {}, `— ${names.join(', ')}`);
}

/**
 * A page of the collection as an Atom feed, in reading order; pages name each other as RFC 5005
 * wants it. A quote's date is its own, else that of the collection, never that of the build: the
 * same content gives the same feed.
 */
export function atomFeed(
  collection: Collection,
  site: URL,
  { page, last, items } = feedPages(collection)[0]!,
): string {
  const { title, person, lang, introduction, quotes } = collection;
  const text = (name: string, value: string) => element(name, {}, escapeMarkup(value));
  const dateOf = ({ date }: Pick<Quote, 'date'>) => date ?? collection.date ?? UNKNOWN;
  const updated = (quote: Pick<Quote, 'date'>) => moment(dateOf(quote));
  const link = (rel: string, to: number) => {
    const href = absolute(urls.atom(to), site);
    return element('link', { rel, type: 'application/atom+xml', href });
  };
  const home = absolute(urls.home(), site);
  // Of many quotes few dates differ, and every page of the feed asks.
  const latest = [...new Set(quotes.map(dateOf))].map(moment).toSorted().at(-1) ?? updated({});

  const entries = items.map((quote) => {
    const address = absolute(urls.quote(quote), site);
    return element(
      'entry',
      { 'xml:lang': quote.lang === lang ? undefined : quote.lang },
      text('title', quoteTitle(quote)),
      text('id', address),
      element('link', { rel: 'alternate', type: 'text/html', href: address }),
      ...(quote.date === undefined ? [] : [text('published', moment(quote.date))]),
      text('updated', updated(quote)),
      ...(quote.person ? [element('author', {}, text('name', quote.person.name))] : []),
      ...(quote.part
        ? [element('category', { term: quote.part.slug, label: quote.part.title })]
        : []),
      element('content', { type: 'html' }, escapeMarkup(contentHtml(quote))),
    );
  });
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
    text('title', title),
    ...(introduction.length > 0 ? [text('subtitle', plainText(introduction))] : []),
    text('id', home),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    link('self', page),
    ...(last > 1 ? [link('first', 1), link('last', last)] : []),
    ...(page > 1 ? [link('previous', page - 1)] : []),
    ...(page < last ? [link('next', page + 1)] : []),
    text('updated', latest),
    // Atom requires an author of a feed whose entries have none.
    element('author', {}, text('name', person ?? title)),
    ...entries,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}

/**
 * A page of the collection as a JSON Feed 1.1, in reading order, with dates only where the content
 * has them.
 */
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
    // The name of the feed, which its pages share.
    feed_url: absolute(urls.jsonFeed(), site),
    ...(page < last && { next_url: absolute(urls.jsonFeed(page + 1), site) }),
    ...(introduction.length > 0 && { description: plainText(introduction) }),
    language: lang,
    ...(person !== undefined && { authors: [{ name: person }] }),
    items: items.map((quote) => {
      const { theme, part, person, text, date } = quote;
      const address = absolute(urls.quote(quote), site);
      return {
        id: address,
        url: address,
        // A quote without a title is shown by its text.
        ...(theme && { title: theme.label }),
        content_html: contentHtml(quote),
        content_text: text,
        ...(isEnabled('cards') && { image: absolute(urls.card(quote), site) }),
        ...(date !== undefined && { date_published: moment(date) }),
        ...(person && { authors: [{ name: person.name }] }),
        ...(part && { tags: [part.title] }),
        language: quote.lang,
      };
    }),
  };
}
