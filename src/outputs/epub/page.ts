import type { Collection } from '../../collection/model.ts';
import { words } from '../../i18n/words.ts';
import { directionOf } from '../../text/language.ts';
import { attributes, markup, type Markup, xmlFile } from '../markup.ts';

/** A page of the EPUB. */
export interface BookPage {
  file: string;
  title: string;
  xhtml: string;
}

/** The language attributes of the interface's words in the book, where it differs. */
export function uiLang(collection: Collection): Markup[] {
  const { ui } = words(collection);
  return ui.lang === undefined ? [] : attributes({ ...ui, 'xml:lang': ui.lang });
}

/** A link with text. */
export const link = (href: string, content: string) => markup`<a href="${href}">${content}</a>`;

/** A page with a head and styles around its body. */
export function page({ lang }: Collection, file: string, title: string, body: Markup): BookPage {
  const dir = directionOf(lang);
  const xhtml = markup`
    <!DOCTYPE html>${'\n'}
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes({ lang, 'xml:lang': lang, dir })}>
      <head>
        <meta charset="utf-8"/>
        <title>${title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>${body}</body>
    </html>`;
  return { file, title, xhtml: xmlFile(xhtml) };
}

/** An address without its scheme and final slash, as the text of a link. */
export function readable(address: string): string {
  return address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}
