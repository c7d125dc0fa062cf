import type { Collection, Quote } from '../collection/model.ts';
import { datePartsOf } from '../text/dates.ts';
import { quoteTitle } from '../collection/quote-title.ts';

// BibTeX counts even escaped braces, so commands replace them.
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^#$%&_]/gu, (character) => commands[character] ?? `\\${character}`);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Joins the locator and the URL of the source, if known. */
function noteOf({ locator, url }: Quote): string | undefined {
  return [locator, url].filter((part) => part !== undefined).join(', ') || undefined;
}

/** Returns an entry of type `misc`, which every style supports, with the quote as its abstract. */
export function bibtex(quote: Quote, address: string, { title }: Collection): string {
  const { id, person, source, text, date } = quote;
  const [year, month, day] = date === undefined ? [] : datePartsOf(date);
  const note = noteOf(quote);
  const name = person && `{${escapeTex(person.label)}}`;
  const fields = {
    // Braces keep BibTeX from splitting or inverting a name.
    author: name && /,|\sand\s/iu.test(name) ? `{${name}}` : name,
    title: `{{${escapeTex(quoteTitle(quote))}}}`,
    howpublished: source && `{${escapeTex(source.label)}}`,
    organization: `{${escapeTex(title)}}`,
    year: year === undefined ? undefined : `{${String(year).padStart(4, '0')}}`,
    month: month && months[month - 1],
    day: day && `{${day}}`,
    note: note && `{${escapeTex(note)}}`,
    // Not escaped, because an escape would become part of the address.
    url: `{${address}}`,
    abstract: `{${escapeTex(text)}}`,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = ${value},`);
  return [`@misc{${id},`, ...lines, '}', ''].join('\n');
}

/** Returns a CSL-JSON list with one item, for Zotero, Pandoc and citation processors. */
export function cslJson(quote: Quote, address: string, { title }: Collection): string {
  const { id, person, source, text, date, lang } = quote;
  const item = {
    id,
    type: 'webpage',
    // Not split, because given and family names cannot be recognized in every language.
    author: person && [{ literal: person.label }],
    title: quoteTitle(quote),
    // Styles print it before the publisher, which is this site.
    'container-title': source?.label,
    publisher: title,
    issued: date && { 'date-parts': [datePartsOf(date)] },
    note: noteOf(quote),
    URL: address,
    language: lang,
    abstract: text,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
