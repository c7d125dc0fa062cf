import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Collection, Part } from '../../collection/model.ts';
import { plainText } from '../../collection/plain-text.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { isBeforeOurEra } from '../../text/dates.ts';
import { directionOf, languageCss } from '../../text/language.ts';
import { memoize } from '../../text/memoize.ts';
import { cardPainter, type Picture } from '../cards/image.ts';
import { themeFont } from '../font-files.ts';
import { attributes, markup, xmlFile } from '../markup.ts';
import { readTheme, type Theme } from '../theme.ts';
import styles from './book.css?raw';
import { bookFonts, titleFamily } from './fonts.ts';
import { type BookPage, bookPages } from './pages.ts';

/** The earliest date of ZIP, in its local time, so that every build gives the same bytes. */
const DATE = new Date(1980, 0, 1, 12);

/** The modification date is required; this is the one for content without dates. */
const UNKNOWN = '1970-01-01';

const COVER = 'cover.png';

/** Points e-readers to the package. */
const container = xmlFile(markup`
  <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles>
      <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
    </rootfiles>
  </container>`);

const idOf = (file: string) => `f-${file.replace(/[^a-z0-9]+/giu, '-')}`;

/** Returns the latest date in the content, so that the same content gives the same bytes. */
function modifiedDate({ date, quotes }: Collection): string {
  const dates = [date, ...quotes.map((quote) => quote.date)]
    .filter((item) => item !== undefined)
    .filter((day) => !isBeforeOurEra(day));
  return new Date(dates.toSorted().at(-1) ?? UNKNOWN).toISOString().replace('.000Z', 'Z');
}

/** Returns the package document: metadata, manifest and spine. */
export function bookPackage(
  collection: Collection,
  pages: BookPage[],
  others: { file: string; type: string }[],
  site: URL,
): string {
  const { title, person, lang, introduction } = collection;
  const description = plainText(introduction).replace(/\s+/gu, ' ').trim();
  const item = (file: string, type: string, properties?: string) =>
    markup`<item id="${idOf(file)}" href="${file}" media-type="${type}"${attributes({ properties })}/>`;
  // `meta name="cover"` is from EPUB 2, for Kindle and older readers.
  return xmlFile(markup`
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${lang}">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="book">${absolute(urls.epub(), site)}</dc:identifier>
        <dc:title>${title}</dc:title>
        ${person && markup`<dc:creator>${person}</dc:creator>`}
        <dc:language>${lang}</dc:language>
        ${description && markup`<dc:description>${description}</dc:description>`}
        <dc:source>${absolute(urls.home(), site)}</dc:source>
        <meta property="dcterms:modified">${modifiedDate(collection)}</meta>
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
        ${others.map(({ file, type }) =>
          item(file, type, file === COVER ? 'cover-image' : undefined),
        )}
      </manifest>
      <spine page-progression-direction="${directionOf(lang)}">
        ${pages.map(({ file }) => markup`<itemref idref="${idOf(file)}"/>`)}
      </spine>
    </package>`);
}

/** Returns the text of a page. It may contain entities, because all fonts have their characters. */
const textOf = (xhtml: string) => xhtml.replace(/<[^>]+>/gu, ' ');

function colorsOf({ position }: Part, { color }: Theme): string {
  const part = `.part-${position}`;
  const rule = (colour: string) => `${part}>a,${part} .number,${part} h2{color:${colour}}`;
  const light = rule(color('accent', { part: position }));
  const dark = rule(color('accent', { part: position, dark: true }));
  return `${light}@media(prefers-color-scheme:dark){${dark}}`;
}

/** Returns the styles with font names instead of `var()`, which few e-readers support. */
function stylesFor(theme: Theme): string {
  return styles
    .replaceAll('var(--font-title)', `"${titleFamily(theme)}", ${theme.stack('serif')}`)
    .replaceAll('var(--font-serif)', theme.stack('serif'))
    .replaceAll('var(--font-sans)', theme.stack('sans'));
}

/**
 * Renders the collection as an EPUB 3; the same content gives the same bytes. The package
 * epub-gen-memory would add the build time, a random id and “All rights reserved” to every book.
 */
export async function renderEpub(
  collection: Collection,
  site: URL,
  cover: Picture,
): Promise<Buffer<ArrayBuffer>> {
  const theme = readTheme();
  const { title, lang, parts, quotes } = collection;
  const pages = bookPages(collection, site);
  const allText = `${pages.map(({ xhtml }) => textOf(xhtml)).join('')}&'"`;
  const fonts = await bookFonts(
    {
      text: allText,
      title: pages.map((page) => page.title).join('') + title,
      italic: `0123456789${pages.flatMap(({ xhtml }) => xhtml.match(/<em>.*?<\/em>/gu) ?? []).join('')}`,
      label: allText,
    },
    theme,
  );
  const css = [
    ...fonts.map((font) => font.css),
    stylesFor(theme),
    ...parts.map((part) => colorsOf(part, theme)),
    ...[...new Set([lang, ...quotes.map((quote) => quote.lang)])].map(languageCss),
  ].join('\n');
  const others = [
    { file: COVER, type: 'image/png', data: cover },
    { file: 'book.css', type: 'text/css', data: css },
    ...fonts.map(({ file, data }) => ({ file, type: 'font/ttf', data })),
    ...(['serif', 'sans'] as const).map((role) => {
      const { name, folder } = themeFont(theme, role);
      const data = readFileSync(join(folder, 'LICENSE'));
      return { file: `fonts/${name}-license.txt`, type: 'text/plain', data };
    }),
  ];
  // E-readers recognize an EPUB by its first file, which must be uncompressed.
  const archive: Zippable = {
    mimetype: [Buffer.from('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': Buffer.from(container),
    'book/package.opf': Buffer.from(bookPackage(collection, pages, others, site)),
  };
  for (const { file, xhtml } of pages) archive[`book/${file}`] = Buffer.from(xhtml);
  for (const { file, data } of others) archive[`book/${file}`] = Buffer.from(data);
  return Buffer.from(zipSync(archive, { mtime: DATE }));
}

const cache = new WeakMap<Collection, ReturnType<typeof renderEpub>>();

/** Returns the EPUB with its cover. It is rendered once, because pages need its size too. */
export function getEpub(collection: Collection, site: URL): ReturnType<typeof renderEpub> {
  const render = async () => {
    const { paintCover } = await cardPainter();
    return renderEpub(collection, site, await paintCover(collection));
  };
  return memoize(render, cache)(collection);
}
