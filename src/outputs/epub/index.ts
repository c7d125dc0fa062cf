import { basename } from 'node:path';
import faces from '#fonts/fonts.css?raw';
import type { Collection } from '../../collection/model.ts';
import { cardPainter } from '../cards/image.ts';
import { renderEpub } from './epub.ts';

type Epub = Promise<ReturnType<typeof renderEpub>>;

// Pages ask for it too, as they name its size.
const cached = new WeakMap<Collection, Epub>();

const fonts = import.meta.glob<string>('#fonts/*.woff2', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The fonts of the pages, without those for characters that the collection lacks. */
const bookFonts = {
  css: (faces.match(/@font-face\{[^}]*url\(\.\/(?![^)]*-rest\.)[^}]*\}/gu) ?? [])
    .join('\n')
    .replaceAll('url(./', 'url(fonts/'),
  files: Object.entries(fonts)
    .filter(([path]) => !path.includes('-rest.'))
    .map(([path, dataUrl]) => ({
      file: `fonts/${basename(path)}`,
      data: Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'),
    })),
};

/** The EPUB of a collection with its cover, made once. */
export function getEpub(collection: Collection, site: URL): Epub {
  const render = async () => {
    const { paintCover } = await cardPainter();
    return renderEpub(collection, site, await paintCover(collection), bookFonts);
  };
  const epub = cached.get(collection) ?? render();
  cached.set(collection, epub);
  return epub;
}
