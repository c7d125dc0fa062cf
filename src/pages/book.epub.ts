import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { book } from '../share/book.ts';
import { cardPainter } from '../share/card-image.ts';

export const GET: APIRoute = async ({ site }) => {
  const collection = await loadCollection();
  const { paintCover } = await cardPainter();
  return new Response(await book(collection, site!, await paintCover(collection)), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
};
