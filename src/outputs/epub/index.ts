import type { Collection } from '../../collection/model.ts';
import { book } from './epub.ts';
import { cardPainter } from '../cards/image.ts';

type Book = ReturnType<typeof book>;

// The title page says how large the file is.
const bound = new WeakMap<Collection, Book>();

async function bind(collection: Collection, site: URL): Promise<Awaited<Book>> {
  const { paintCover } = await cardPainter();
  return book(collection, site, await paintCover(collection));
}

/** The book of a collection with its cover, made once for all that ask. */
export function getEpub(collection: Collection, site: URL): Book {
  let own = bound.get(collection);
  if (!own) bound.set(collection, (own = bind(collection, site)));
  return own;
}
