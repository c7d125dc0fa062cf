import { isBeforeOurEra } from '../../text/dates.ts';
import { plainText } from '../../collection/plain-text.ts';
import { directionOf } from '../../text/language.ts';
import type { Collection } from '../../collection/model.ts';
import { absolute, urls } from '../../collection/urls.ts';
import type { BookPage } from './page.ts';
import { element, escapeMarkup } from '../markup.ts';

/** A file of the EPUB beside its pages. */
export interface BookPart {
  file: string;
  type: string;
}

/** The required date of change where no date is known. */
const UNKNOWN = '1970-01-01';

export const COVER = 'cover.png';

/** Points e-readers to the package. */
export const container = `<?xml version="1.0" encoding="utf-8"?>\n${element(
  'container',
  { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
  element(
    'rootfiles',
    {},
    element('rootfile', {
      'full-path': 'book/package.opf',
      'media-type': 'application/oebps-package+xml',
    }),
  ),
)}\n`;

const idOf = (file: string) => `f-${file.replace(/[^a-z0-9]+/giu, '-')}`;

/** The latest date of the content, so that the same content gives the same bytes. */
function changed({ date, quotes }: Collection): string {
  const dates = [date, ...quotes.map((quote) => quote.date)]
    .filter((known) => known !== undefined)
    .filter((known) => !isBeforeOurEra(known));
  return new Date(dates.toSorted().at(-1) ?? UNKNOWN).toISOString().replace('.000Z', 'Z');
}

/** The package document: metadata, manifest and spine. */
export function bookPackage(
  collection: Collection,
  pages: BookPage[],
  parts: BookPart[],
  site: URL,
): string {
  const { title, person, lang, introduction } = collection;
  // A collection of several people has no author.
  const creators = person === undefined ? [] : [person];
  const description = plainText(introduction).replace(/\s+/gu, ' ').trim();
  const text = (name: string, content: string, attributes: Record<string, string> = {}) =>
    element(name, attributes, escapeMarkup(content));
  const meta = (property: string, content: string) => text('meta', content, { property });
  const metadata = element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    text('dc:identifier', absolute(urls.epub(), site), { id: 'book' }),
    text('dc:title', title),
    ...creators.map((name) => text('dc:creator', name)),
    text('dc:language', lang),
    ...(description === '' ? [] : [text('dc:description', description)]),
    text('dc:source', absolute(urls.home(), site)),
    meta('dcterms:modified', changed(collection)),
    // The cover as EPUB 2 names it, for Kindle and older readers.
    element('meta', { name: 'cover', content: idOf(COVER) }),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityFeature', 'structuralNavigation'),
    meta('schema:accessibilityFeature', 'index'),
    meta('schema:accessibilityHazard', 'none'),
  );
  const manifest = element(
    'manifest',
    {},
    ...pages.map(({ file }) =>
      element('item', {
        id: idOf(file),
        href: file,
        'media-type': 'application/xhtml+xml',
        properties: file === 'contents.xhtml' ? 'nav' : undefined,
      }),
    ),
    ...parts.map(({ file, type }) =>
      element('item', {
        id: idOf(file),
        href: file,
        'media-type': type,
        properties: file === COVER ? 'cover-image' : undefined,
      }),
    ),
  );
  const spine = element(
    'spine',
    { 'page-progression-direction': directionOf(lang) },
    ...pages.map(({ file }) => element('itemref', { idref: idOf(file) })),
  );
  const book = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book',
      'xml:lang': lang,
    },
    metadata,
    manifest,
    spine,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${book}\n`;
}
