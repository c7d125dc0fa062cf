import type { Collection, Quote } from './model.ts';
import { plainText } from './plain-text.ts';
import { absolute, urls } from './urls.ts';

/** A quote in `/quotes.json` and `/quotes/<id>.json`. */
export type QuoteData = ReturnType<typeof quoteData>;

/** The content of `/quotes.json`. */
export type CollectionData = ReturnType<typeof collectionData>;

/** Returns a quote as data, with text as written. Undefined fields do not appear in JSON. */
export function quoteData(quote: Quote, site: URL) {
  const { part, theme, source, person, aliases } = quote;
  return {
    id: quote.id,
    /** The permalink, absolute. */
    url: absolute(urls.quote(quote), site),
    /** The part's printed number. */
    part: part?.number,
    theme: theme?.label,
    source: source?.label,
    text: quote.text,
    person: person?.label,
    lang: quote.lang,
    status: quote.status,
    date: quote.date,
    locator: quote.locator,
    /** The address of the source. */
    sourceUrl: quote.url,
    /** Former ids. */
    aliases: aliases.length > 0 ? aliases : undefined,
  };
}

/** Returns the collection as data; parts and quotes are in reading order. */
export function collectionData(collection: Collection, site: URL) {
  const { title, person, lang, introduction, parts, quotes } = collection;
  return {
    title,
    person,
    lang,
    introduction: plainText(introduction) || undefined,
    parts: parts.map(({ number, label, slug }) => ({ number, title: label, slug })),
    quotes: quotes.map((quote) => quoteData(quote, site)),
  };
}
