import type { Blockquote, Link, Paragraph, Root, Text } from 'mdast';
import { writeMarkdown } from '../loader/markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import type { Collection, OwnPage, Part, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { isEnabled } from './selection.ts';

/** A larger collection is listed by parts, not by quotes. */
const MAX_LISTED = 1000;

interface Entry {
  name: string;
  path: string;
  note?: string;
}

/** The page of a part, for a collection whose quotes are too many to list. */
const partPage = (part: Part): Entry => ({
  name: `Part ${part.number}: ${part.label}`,
  path: urls.part(part),
  note: `HTML, ${part.quotes.length} quotes`,
});

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
      const by = quote.person?.label === person ? undefined : quote.person?.label;
      const note = [by, quote.source?.label].filter(Boolean).join(', ');
      return { name: quoteTitle(quote), path, note };
    });
  const listed =
    parts.length === 0
      ? section('Quotes', entries(quotes))
      : parts.flatMap(({ number, label, quotes }) =>
          section(`Part ${number}: ${label}`, entries(quotes)),
        );
  const largeParts = parts.length === 0 ? [] : section('Parts', parts.map(partPage));
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
