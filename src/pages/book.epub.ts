import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { book } from '../share/book.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await book(await loadCollection(), site!), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
