import { stringify } from 'yaml';
import { paragraphNodes, writeMarkdown } from '../loader/markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import type { Collection, Quote } from '../collection/model.ts';
import type { CollectionData, QuoteData } from '../collection/quote-data.ts';
import { absolute, urls } from '../collection/urls.ts';

/** A quote as data; JSON leaves out what is undefined. */
export function quoteData(quote: Quote, site: URL): QuoteData {
  const { part, theme, source, person, aliases } = quote;
  return {
    id: quote.id,
    url: absolute(urls.quote(quote), site),
    part: part?.number,
    theme: theme?.label,
    source: source?.label,
    text: quote.text,
    person: person?.label,
    lang: quote.lang,
    status: quote.status,
    date: quote.date,
    locator: quote.locator,
    sourceUrl: quote.url,
    aliases: aliases.length > 0 ? aliases : undefined,
  };
}

/** The whole collection as data, its quotes in reading order. */
export function collectionData(
  { title, person, lang, introduction, parts, quotes }: Collection,
  site: URL,
): CollectionData {
  return {
    title,
    person,
    lang,
    introduction: plainText(introduction) || undefined,
    parts: parts.map(({ number, label, slug }) => ({ number, title: label, slug })),
    quotes: quotes.map((quote) => quoteData(quote, site)),
  };
}

/** A quote as a Markdown file: its data in the frontmatter, its body as in the content. */
export function quoteMarkdown(quote: Quote, site: URL): string {
  const { url, ...data } = quoteData(quote, site);
  // The text is the body.
  const fields = { ...data, text: undefined, permalink: url };
  const frontmatter = stringify(fields, { lineWidth: 0 });
  return `---\n${frontmatter}---\n\n${writeMarkdown(paragraphNodes(quote.paragraphs))}`;
}
