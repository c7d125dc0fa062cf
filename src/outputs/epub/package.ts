import { isBeforeOurEra } from '../../text/dates.ts';
import { plainText } from '../../collection/plain-text.ts';
import { directionOf } from '../../text/language.ts';
import type { Collection } from '../../collection/model.ts';
import { absolute, urls } from '../../collection/urls.ts';
import type { BookPage } from './page.ts';
import { attributes, markup, xmlFile } from '../markup.ts';

/** A file of the EPUB beside its pages. */
export interface BookPart {
  file: string;
  type: string;
}

/** The required date of change where no date is known. */
const UNKNOWN = '1970-01-01';

export const COVER = 'cover.png';

/** Points e-readers to the package. */
export const container = xmlFile(markup`
  <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles>
      <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
    </rootfiles>
  </container>`);

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
  // EPUB 2 names the cover in `meta`, for Kindle and older readers.
  const description = plainText(introduction).replace(/\s+/gu, ' ').trim();
  const item = (file: string, type: string, properties?: string) =>
    markup`<item id="${idOf(file)}" href="${file}" media-type="${type}"${attributes({ properties })}/>`;
  return xmlFile(markup`
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${lang}">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="book">${absolute(urls.epub(), site)}</dc:identifier>
        <dc:title>${title}</dc:title>
        ${person && markup`<dc:creator>${person}</dc:creator>`}
        <dc:language>${lang}</dc:language>
        ${description && markup`<dc:description>${description}</dc:description>`}
        <dc:source>${absolute(urls.home(), site)}</dc:source>
        <meta property="dcterms:modified">${changed(collection)}</meta>
        <meta name="cover" content="${idOf(COVER)}"/>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityFeature">index</meta>
        <meta property="schema:accessibilityHazard">none</meta>
      </metadata>
      <manifest>
        ${pages.map(({ file }) =>
          item(file, 'application/xhtml+xml', file === 'contents.xhtml' ? 'nav' : undefined),
        )}
        ${parts.map(({ file, type }) =>
          item(file, type, file === COVER ? 'cover-image' : undefined),
        )}
      </manifest>
      <spine page-progression-direction="${directionOf(lang)}">
        ${pages.map(({ file }) => markup`<itemref idref="${idOf(file)}"/>`)}
      </spine>
    </package>`);
}
