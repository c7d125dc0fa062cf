import type { Collection } from '../../collection/model.ts';
import { cardPainter } from '../cards/image.ts';
import { renderEpub } from './epub.ts';

type Epub = ReturnType<typeof renderEpub>;

// Pages ask for it too, as they name its size.
const cached = new WeakMap<Collection, Epub>();

/** The EPUB of a collection with its cover, made once. */
export function getEpub(collection: Collection, site: URL): Epub {
  const render = async () => {
    const { paintCover } = await cardPainter();
    return renderEpub(collection, site, await paintCover(collection));
  };
  const epub = cached.get(collection) ?? render();
  cached.set(collection, epub);
  return epub;
}
