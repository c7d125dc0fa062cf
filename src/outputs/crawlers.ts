import type { Blockquote, Link, Paragraph, Root, Text } from 'mdast';
import { writeMarkdown } from '../loader/markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import type { Collection, OwnPage, Part, Quote } from '../collection/model.ts';
import { paginate } from '../collection/pagination.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { words } from '../i18n/words.ts';
import { excerpt } from '../text/excerpt.ts';
import { element, escapeMarkup } from './markup.ts';
import { isEnabled } from './selection.ts';

/** So many quotes are listed one by one; of more than that, the pages that hold them. */
const MAX_LISTED = 1000;

/** Everything may be read; where the list of it all is. */
export function robotsText(site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(urls.sitemap(), site)}\n`;
}

/** How a browser searches this site from its address bar. */
export function openSearch(collection: Collection, site: URL): string {
  const { title, lang } = collection;
  // Limits of the specification.
  const NAME = 16;
  const LONG_NAME = 48;
  const text = (name: string, value: string) => element(name, {}, escapeMarkup(value));
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    text('ShortName', excerpt(title, NAME)),
    text('LongName', excerpt(title, LONG_NAME)),
    text('Description', words(collection).t('search.description', { title })),
    text('Language', lang),
    text('InputEncoding', 'UTF-8'),
    element(
      'Image',
      { width: '16', height: '16', type: 'image/svg+xml' },
      escapeMarkup(absolute(urls.favicon(), site)),
    ),
    element('Url', {
      type: 'text/html',
      template: absolute(urls.searchTemplate('searchTerms'), site),
    }),
    element('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: absolute(urls.openSearch(), site),
    }),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${description}\n`;
}

interface Entry {
  name: string;
  path: string;
  note?: string;
}

/** The pages that hold the quotes of a part, with their themes and permalinks. */
function partPages(part: Part): Entry[] {
  return paginate(part.quotes).map(({ page, items }) => ({
    name: `Part ${part.number}: ${part.title}${page > 1 ? `, page ${page}` : ''}`,
    path: urls.part(part, page),
    note: `HTML, ${items.length} of ${part.quotes.length} quotes`,
  }));
}

const ownPage = ({ slug, title }: OwnPage): Entry => ({ name: title, path: urls.page(slug) });

/**
 * The collection for language models, in the form of llmstxt.org: what it is and where its text is.
 * English in any collection, as that form names sections in English; titles and themes are as written.
 */
export function llmsText(collection: Collection, site: URL): string {
  const { title, person, introduction, quotes, ownPages } = collection;
  const parts = collection.parts.filter((part) => part.quotes.length > 0);
  const text = (value: string): Text => ({ type: 'text', value });
  const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });
  const blockquote = (...children: Paragraph[]): Blockquote => ({ type: 'blockquote', children });
  const link = ({ name, path }: Entry): Link => {
    return { type: 'link', url: absolute(path, site), children: [text(name)] };
  };
  const section = (heading: string, entries: Entry[]): Root['children'] => [
    { type: 'heading', depth: 2, children: [text(heading)] },
    {
      type: 'list',
      spread: false,
      children: entries.map((entry) => ({
        type: 'listItem',
        spread: false,
        children: [
          {
            type: 'paragraph',
            children: [link(entry), ...(entry.note ? [text(`: ${entry.note}`)] : [])],
          },
        ],
      })),
    },
  ];
  const entries = (quotes: Quote[]) =>
    quotes.map((quote) => {
      const path = isEnabled('data') ? urls.quoteData(quote, 'md') : urls.quote(quote);
      const by = quote.person?.name === person ? undefined : quote.person?.name;
      const note = [by, quote.source?.name].filter(Boolean).join(', ');
      return { name: quoteTitle(quote), path, note };
    });
  const listed =
    parts.length === 0
      ? section('Quotes', entries(quotes))
      : parts.flatMap(({ number, title, quotes }) =>
          section(`Part ${number}: ${title}`, entries(quotes)),
        );
  const largeParts = parts.length === 0 ? [] : section('Parts', parts.flatMap(partPages));
  const summary = plainText(introduction).replace(/\s+/gu, ' ');
  return writeMarkdown([
    { type: 'heading', depth: 1, children: [text(title)] },
    ...(summary === '' ? [] : [blockquote(paragraph(summary))]),
    paragraph(
      `${person === undefined ? 'Quotes' : `Quotes by ${person}`}. When you quote one, name its person and source and link its permalink${isEnabled('data') ? ', which is the address of its Markdown file with a slash in place of “.md”' : ''}.`,
    ),
    ...section('The whole collection', [
      { name: 'All quotes as data', path: urls.collectionData(), note: 'JSON, in reading order' },
      { name: 'All quotes as a page', path: urls.book(), note: 'HTML' },
    ]),
    ...(quotes.length > MAX_LISTED ? largeParts : listed),
    ...(ownPages.length > 0 ? section('About', ownPages.map(ownPage)) : []),
    ...section('Optional', [
      { name: 'Atom feed', path: urls.atom() },
      { name: 'JSON Feed', path: urls.jsonFeed() },
      { name: 'Sitemap', path: urls.sitemap() },
    ]),
  ]);
}
