import type { Link, ListItem, Paragraph, Root, Text } from 'mdast';
import { writeMarkdown } from '../loader/markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { isEnabled } from './selection.ts';

/** In larger collections parts are listed instead of quotes. */
const MAX_LISTED = 1000;

interface Entry {
  name: string;
  path: string;
  note?: string;
}

/**
 * Describes the collection and its addresses for language models, in the format of llmstxt.org. It
 * is always in English, like the section names of that format; titles and themes stay as written.
 */
export function llmsText(collection: Collection, site: URL): string {
  const { title, person, introduction, quotes, ownPages } = collection;
  const parts = collection.parts.filter((part) => part.quotes.length > 0);
  const text = (value: string): Text => ({ type: 'text', value });
  const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });
  const item = ({ name, path, note }: Entry): ListItem => {
    const link: Link = { type: 'link', url: absolute(path, site), children: [text(name)] };
    const children = note ? [link, text(`: ${note}`)] : [link];
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
  };
  const section = (heading: string, entries: Entry[]): Root['children'] =>
    entries.length === 0
      ? []
      : [
          { type: 'heading', depth: 2, children: [text(heading)] },
          { type: 'list', spread: false, children: entries.map(item) },
        ];
  const entries = (quotes: Quote[]) =>
    quotes.map((quote) => {
      const path = isEnabled('data') ? urls.quoteData(quote, 'md') : urls.quote(quote);
      const otherPerson = quote.person?.label === person ? undefined : quote.person?.label;
      const note = [otherPerson, quote.source?.label].filter(Boolean).join(', ');
      return { name: quoteTitle(quote), path, note };
    });
  const chapters = parts.map((part) => ({ ...part, name: `Part ${part.number}: ${part.label}` }));
  const partPages = chapters.map(({ quotes, name, ...part }) => {
    return { name, path: urls.part(part), note: `HTML, ${quotes.length} quotes` };
  });
  const groups = parts.length === 0 ? [{ name: 'Quotes', quotes }] : chapters;
  const about = ownPages.map(({ slug, title }) => ({ name: title, path: urls.page(slug) }));
  const summary = plainText(introduction).replace(/\s+/gu, ' ');
  return writeMarkdown([
    { type: 'heading', depth: 1, children: [text(title)] },
    ...(summary === '' ? [] : [{ type: 'blockquote' as const, children: [paragraph(summary)] }]),
    paragraph(
      `${person === undefined ? 'Quotes' : `Quotes by ${person}`}. When you quote one, name its person and source and link to its permalink${isEnabled('data') ? ', which is the address of its Markdown file with a slash instead of “.md”' : ''}.`,
    ),
    ...section('The whole collection', [
      { name: 'All quotes as data', path: urls.collectionData(), note: 'JSON, in reading order' },
      { name: 'All quotes as a page', path: urls.book(), note: 'HTML' },
    ]),
    ...(quotes.length > MAX_LISTED
      ? section('Parts', partPages)
      : groups.flatMap(({ name, quotes }) => section(name, entries(quotes)))),
    ...section('About', about),
    ...section('Optional', [
      { name: 'Atom feed', path: urls.atom() },
      { name: 'JSON Feed', path: urls.jsonFeed() },
      { name: 'Sitemap', path: urls.sitemap() },
    ]),
  ]);
}
