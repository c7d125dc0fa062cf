import { inQuotationMarks, typeset, typesetQuote } from '../text/typography.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Quote } from './model.ts';

/** The data of a quote that a citation uses. */
export interface Cited {
  text: string;
  lang: string;
  person?: string | undefined;
  source?: string | undefined;
  sourceUrl?: string | undefined;
  locator?: string | undefined;
  date?: string | undefined;
}

/** Extracts what a citation uses. */
export function citedOf({ text, lang, person, source, url, locator, date }: Quote): Cited {
  const labels = { person: person?.label, source: source?.label };
  return { text, lang, ...labels, sourceUrl: url, locator, date };
}

type Reference = Omit<Cited, 'text' | 'lang'>;

/** Splits a reference at the name of the source, which some formats mark up. */
export function referenceOf({ person = '', source = '', locator, date }: Reference) {
  const details = [locator, date].filter((detail) => detail !== undefined).join(', ');
  return {
    before: person && (source || details) ? `${person}, ` : person,
    source,
    after: source && details ? `, ${details}` : details,
  };
}

/** Returns the reference on one line, with the source's URL in parentheses; may be empty. */
export function plainReference(reference: Reference): string {
  const { before, source, after } = referenceOf(reference);
  const { sourceUrl } = reference;
  const address = sourceUrl === undefined ? '' : ` (${sourceUrl})`;
  return `${before}${source}${after}${address}`.trimStart();
}

function withReference(text: string, lang: string, reference: string): string {
  const inMarks = inQuotationMarks(typesetQuote(text, lang), lang);
  return reference === '' ? inMarks : `${inMarks} — ${reference}`;
}

/** Returns the typeset quote with its reference, and its address on a second line. */
export function citation(quote: Cited, address: string): string {
  const { text, lang } = quote;
  const typesetLabel = (label: string | undefined) => label && typeset(label, lang);
  const reference = plainReference({
    ...quote,
    person: typesetLabel(quote.person),
    source: typesetLabel(quote.source),
  });
  return `${withReference(text, lang, reference)}\n${address}`;
}

/** Returns the typeset quote with its reference; a quote that is too long is cut. */
export function shortCitation(quote: Cited, maxLength: number): string {
  const { text, lang } = quote;
  const reference = excerpt(
    typeset(plainReference({ ...quote, sourceUrl: undefined }), lang),
    maxLength / 2,
  );
  const marks = 2;
  const dash = reference === '' ? 0 : 3;
  return withReference(excerpt(text, maxLength - reference.length - dash - marks), lang, reference);
}
