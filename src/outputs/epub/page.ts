import type { Collection } from '../../collection/model.ts';
import { words } from '../../i18n/words.ts';
import { directionOf } from '../../text/language.ts';
import { element, escapeMarkup } from '../markup.ts';

/** A page of the EPUB. */
export interface BookPage {
  file: string;
  title: string;
  xhtml: string;
}

/** An element with text. */
export const text = (name: string, content: string, attributes: Record<string, string> = {}) =>
  element(name, attributes, escapeMarkup(content));

/** The language attributes of the interface's words in the book, where it differs. */
export const uiLang = (collection: Collection): Record<string, string> => {
  const { ui } = words(collection);
  return ui.lang === undefined ? {} : { ...ui, 'xml:lang': ui.lang };
};

/** A link with text. */
export const link = (href: string, content: string) => text('a', content, { href });

/** A page with a head and styles around its body. */
export function page(
  collection: Collection,
  file: string,
  title: string,
  ...body: string[]
): BookPage {
  const { lang } = collection;
  const xhtml = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang,
      'xml:lang': lang,
      dir: directionOf(lang),
    },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      text('title', title),
      element('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ),
    element('body', {}, ...body),
  );
  const prologue = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n';
  return { file, title, xhtml: `${prologue}${xhtml}\n` };
}

/** An address without its scheme and final slash, as the text of a link. */
export function readable(address: string): string {
  return address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}
