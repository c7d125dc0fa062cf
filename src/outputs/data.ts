import { stringify } from 'yaml';
import { paragraphNodes, writeMarkdown } from '../loader/markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import type { CollectionData, QuoteData } from '../collection/quote-data.ts';
import { absolute, urls } from '../collection/urls.ts';

/** A quote as data; unknown fields are left out. */
export function quoteData(quote: Quote, site: URL): QuoteData {
  const { id, part, theme, source, text, person, lang, status, date, locator, url, aliases } =
    quote;
  return {
    id,
    url: absolute(urls.quote(quote), site),
    ...(part && { part: part.number }),
    ...(theme && { theme: theme.label }),
    ...(source && { source: source.label }),
    text,
    ...(person && { person: person.label }),
    lang,
    status,
    ...(date !== undefined && { date }),
    ...(locator !== undefined && { locator }),
    ...(url !== undefined && { sourceUrl: url }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** The whole collection as data, its quotes in reading order. */
export function collectionData(
  { title, person, lang, introduction, parts, quotes }: Collection,
  site: URL,
): CollectionData {
  return {
    title,
    ...(person !== undefined && { person }),
    lang,
    ...(introduction.length > 0 && { introduction: plainText(introduction) }),
    parts: parts.map(({ number, label, slug }) => ({ number, title: label, slug })),
    quotes: quotes.map((quote) => quoteData(quote, site)),
  };
}

/** A quote as a Markdown file: its data in the frontmatter, its body as in the content. */
export function quoteMarkdown(quote: Quote, site: URL): string {
  const { url, ...data } = quoteData(quote, site);
  // `stringify` leaves out undefined fields; the text is the body.
  const fields = { ...data, text: undefined, permalink: url };
  const frontmatter = stringify(fields, { lineWidth: 0 });
  return `---\n${frontmatter}---\n\n${writeMarkdown(paragraphNodes(quote.paragraphs))}`;
}
