import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Part } from '../../collection/model.ts';
import { bookFonts } from './fonts.ts';
import { bookPackage, container, COVER } from './package.ts';
import { bookPages } from './pages.ts';
import styles from './book.css?raw';
import type { Picture } from '../cards/cache.ts';
import { fontFolder } from '../cards/fonts.ts';
import { hexOf, hueOf } from '../palette.ts';
import { zip, type Packed } from './zip.ts';

/** What pages set, without their markup; entities stand for marks that all faces have. */
const wordsOf = (xhtml: string) => xhtml.replace(/<[^>]+>/gu, ' ');

function colourOf(part: Part): string {
  const hue = hueOf(part);
  const on = `.part-${part.place}`;
  const rule = (colour: string) =>
    `${on}>a,${on} header,${on} h2{color:${colour}}${on} header h1{color:inherit}`;
  const light = rule(hexOf(0.47, 0.13, hue));
  const dark = rule(hexOf(0.8, 0.1, hue));
  return `${light}@media(prefers-color-scheme:dark){${dark}}`;
}

/**
 * The whole collection as an EPUB 3: the same content gives the same bytes. The package
 * epub-gen-memory puts the time of the build, a random id and “All rights reserved” into every book.
 */
export async function book(
  collection: Collection,
  site: URL,
  cover: Picture,
): Promise<Buffer<ArrayBuffer>> {
  const { title, parts } = collection;
  const pages = bookPages(collection, site);
  const all = `${pages.map(({ xhtml }) => wordsOf(xhtml)).join('')}&'"`;
  const fonts = await bookFonts({
    text: all,
    title: pages.map((page) => page.title).join('') + title,
    italic: `0123456789${pages.flatMap(({ xhtml }) => xhtml.match(/<em>.*?<\/em>/gu) ?? []).join('')}`,
    label: all,
  });
  const css = [...fonts.map((font) => font.css), styles, ...parts.map(colourOf)].join('\n');
  const others = [
    { file: COVER, type: 'image/png', data: cover },
    { file: 'book.css', type: 'text/css', data: css },
    ...fonts.map(({ file, data }) => ({ file, type: 'font/ttf', data })),
    ...['newsreader', 'instrument-sans'].map((font) => ({
      file: `fonts/${font}-license.txt`,
      type: 'text/plain',
      data: readFileSync(join(fontFolder(font), 'LICENSE')),
    })),
  ];
  const inBook = (file: string, data: Buffer | string): Packed => ({ name: `book/${file}`, data });
  return zip([
    { name: 'mimetype', data: 'application/epub+zip', plain: true },
    { name: 'META-INF/container.xml', data: container },
    inBook('package.opf', bookPackage(collection, pages, others, site)),
    ...pages.map(({ file, xhtml }) => inBook(file, xhtml)),
    ...others.map(({ file, data }) => inBook(file, data)),
  ]);
}
