import { inQuotationMarks, typeset } from '../text/typography.ts';
import { excerpt } from '../text/excerpt.ts';

/** As much of a quote as a reference names; what is not known is left out of it. */
export interface Cited {
  text: string;
  lang: string;
  person: string;
  source: { name: string };
  /** The address of the source. */
  url?: string | undefined;
  locator?: string;
  date?: string;
}

/** Who said it where, in the order of print, around the name of the source. */
export function referenceOf({ person, source, url, locator, date }: Omit<Cited, 'text' | 'lang'>): {
  before: string;
  source: string;
  url: string | undefined;
  after: string;
} {
  const after = [locator, date].map((part) => (part === undefined ? '' : `, ${part}`)).join('');
  return { before: `${person}, `, source: source.name, url, after };
}

/** The reference on one line, the address of the source in parentheses. */
export function plainReference(quote: Omit<Cited, 'text' | 'lang'>): string {
  const { before, source, url, after } = referenceOf(quote);
  return `${before}${source}${after}${url === undefined ? '' : ` (${url})`}`;
}

/** The quote with its reference and address, characters as written, for a plain-text place. */
export function citation(quote: Cited, address: string): string {
  const { text, lang } = quote;
  return `${inQuotationMarks(text, lang)} — ${plainReference(quote)}\n${address}`;
}

/** The quote with its reference, set in type, in so many characters: what is cut is the quote. */
export function shortCitation(quote: Cited, most: number): string {
  const { text, lang } = quote;
  const reference = ` — ${excerpt(plainReference({ ...quote, url: undefined }), most / 2)}`;
  const room = most - reference.length - 2;
  return typeset(inQuotationMarks(excerpt(text, room), lang), lang) + reference;
}
