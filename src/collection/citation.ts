import { inQuotationMarks, typeset, typesetQuote } from '../text/typography.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Quote } from './model.ts';

/** As much of a quote as a reference names; what is not known is left out of it. */
export interface Cited {
  text: string;
  lang: string;
  person?: string | undefined;
  source?: string | undefined;
  /** Its address. */
  sourceUrl?: string | undefined;
  locator?: string | undefined;
  date?: string | undefined;
}

/** A quote with its person and source by name. */
export function citedOf({ text, lang, person, source, url, locator, date }: Quote): Cited {
  const labels = { person: person?.label, source: source?.label };
  return { text, lang, ...labels, sourceUrl: url, locator, date };
}

type Reference = Omit<Cited, 'text' | 'lang'>;

/** Who said it where, in the order of print, around the name of the source. */
export function referenceOf({ person = '', source = '', locator, date }: Reference) {
  const details = [locator, date].filter((known) => known !== undefined).join(', ');
  return {
    before: person && (source || details) ? `${person}, ` : person,
    source,
    after: source && details ? `, ${details}` : details,
  };
}

/** The reference on one line, the address of the source in parentheses; empty if nothing is known. */
export function plainReference(reference: Reference): string {
  const { before, source, after } = referenceOf(reference);
  const { sourceUrl } = reference;
  const address = sourceUrl === undefined ? '' : ` (${sourceUrl})`;
  return `${before}${source}${after}${address}`.trimStart();
}

/** A text in its marks, set in type, followed by its reference, if it has one. */
function quoted(text: string, lang: string, reference: string): string {
  const inMarks = inQuotationMarks(typesetQuote(text, lang), lang);
  return reference === '' ? inMarks : `${inMarks} — ${reference}`;
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
  return `${quoted(text, lang, reference)}\n${address}`;
}

/** The quote with its reference, set in type, in so many characters: what is cut is the quote. */
export function shortCitation(quote: Cited, most: number): string {
  const { text, lang } = quote;
  const reference = excerpt(
    typeset(plainReference({ ...quote, sourceUrl: undefined }), lang),
    most / 2,
  );
  const marks = 2;
  const dash = reference === '' ? 0 : 3;
  return quoted(excerpt(text, most - reference.length - dash - marks), lang, reference);
}
