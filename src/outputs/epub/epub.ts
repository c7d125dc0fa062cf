import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Collection, Part } from '../../collection/model.ts';
import { bookFonts, titleFamily } from './fonts.ts';
import { bookPackage, container, COVER } from './package.ts';
import { bookPages } from './pages.ts';
import { languageCss } from '../../text/language.ts';
import styles from './book.css?raw';
import type { Picture } from '../cards/cache.ts';
import { themeFont } from '../font-files.ts';
import { readTheme, type Theme } from '../theme.ts';

/** The earliest date of the format, in local time as it is there: the same bytes in every build. */
const DATE = new Date(1980, 0, 1, 12);

/** The text of a page. Entities may stay: all fonts have those characters. */
const wordsOf = (xhtml: string) => xhtml.replace(/<[^>]+>/gu, ' ');

function colorsOf({ position }: Part, { color }: Theme): string {
  const on = `.part-${position}`;
  const rule = (colour: string) => `${on}>a,${on} .number,${on} h2{color:${colour}}`;
  const light = rule(color('accent', { part: position }));
  const dark = rule(color('accent', { part: position, dark: true }));
  return `${light}@media(prefers-color-scheme:dark){${dark}}`;
}

/** The styles with font names instead of `var()`, which few e-readers support. */
function stylesIn(theme: Theme): string {
  return styles
    .replaceAll('var(--font-title)', `"${titleFamily(theme)}", ${theme.stack('serif')}`)
    .replaceAll('var(--font-serif)', theme.stack('serif'))
    .replaceAll('var(--font-sans)', theme.stack('sans'));
}

/**
 * The whole collection as an EPUB 3: the same content gives the same bytes. The package
 * epub-gen-memory puts the time of the build, a random id and “All rights reserved” into every book.
 */
export async function renderEpub(
  collection: Collection,
  site: URL,
  cover: Picture,
  theme = readTheme(),
): Promise<Buffer<ArrayBuffer>> {
  const { title, lang, parts, quotes } = collection;
  const pages = bookPages(collection, site);
  const all = `${pages.map(({ xhtml }) => wordsOf(xhtml)).join('')}&'"`;
  const fonts = await bookFonts(
    {
      text: all,
      title: pages.map((page) => page.title).join('') + title,
      italic: `0123456789${pages.flatMap(({ xhtml }) => xhtml.match(/<em>.*?<\/em>/gu) ?? []).join('')}`,
      label: all,
    },
    theme,
  );
  const css = [
    ...fonts.map((font) => font.css),
    stylesIn(theme),
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
  // E-readers know a book by its first file, which must be uncompressed.
  const archive: Zippable = {
    mimetype: [Buffer.from('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': Buffer.from(container),
    'book/package.opf': Buffer.from(bookPackage(collection, pages, others, site)),
  };
  for (const { file, xhtml } of pages) archive[`book/${file}`] = Buffer.from(xhtml);
  for (const { file, data } of others) archive[`book/${file}`] = Buffer.from(data);
  return Buffer.from(zipSync(archive, { mtime: DATE }));
}
