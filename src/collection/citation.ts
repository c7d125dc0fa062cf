import { inQuotationMarks, typeset, typesetQuote } from '../text/typography.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Quote } from './model.ts';

/** As much of a quote as a reference names; what is not known is left out of it. */
export interface Cited {
  text: string;
  lang: string;
  person?: string | undefined;
  source?: string | undefined;
  /** The address of the source. */
  url?: string | undefined;
  locator?: string | undefined;
  date?: string | undefined;
}

/** A quote with its person and source by name. */
export function citedOf({ text, lang, person, source, url, locator, date }: Quote): Cited {
  return { text, lang, person: person?.label, source: source?.label, url, locator, date };
}

/** Who said it where, in the order of print, around the name of the source. */
export function referenceOf({ person, source, url, locator, date }: Omit<Cited, 'text' | 'lang'>): {
  before: string;
  source: string;
  url: string | undefined;
  after: string;
} {
  const details = [locator, date].filter((known) => known !== undefined).join(', ');
  const isAlone = source === undefined && details === '';
  return {
    before: person === undefined || isAlone ? (person ?? '') : `${person}, `,
    source: source ?? '',
    url,
    after: source === undefined || details === '' ? details : `, ${details}`,
  };
}

/** The reference on one line, the address of the source in parentheses; empty if nothing is known. */
export function plainReference(quote: Omit<Cited, 'text' | 'lang'>): string {
  const { before, source, url, after } = referenceOf(quote);
  const address = url === undefined ? '' : ` (${url})`;
  return `${before}${source}${after}${address}`.trimStart();
}

/** A text followed by its reference, if it has one. */
function withReference(text: string, reference: string): string {
  return reference === '' ? text : `${text} — ${reference}`;
}

/** The text of a quote in its marks, set in type. */
function quoted(text: string, lang: string): string {
  return inQuotationMarks(typesetQuote(text, lang), lang);
}

/** The quote with its reference and address, set in type, for a plain-text place. */
export function citation(quote: Cited, address: string): string {
  const { text, lang } = quote;
  const set = (label: string | undefined) => label && typeset(label, lang);
  const reference = plainReference({
    ...quote,
    person: set(quote.person),
    source: set(quote.source),
  });
  return `${withReference(quoted(text, lang), reference)}\n${address}`;
}

/** The quote with its reference, set in type, in so many characters: what is cut is the quote. */
export function shortCitation(quote: Cited, most: number): string {
  const { text, lang } = quote;
  const reference = excerpt(typeset(plainReference({ ...quote, url: undefined }), lang), most / 2);
  const room = most - withReference('', reference).length - 2;
  return withReference(quoted(excerpt(text, room), lang), reference);
}
