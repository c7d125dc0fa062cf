import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { boundBook } from '../share/bound-book.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await boundBook(await loadCollection(), site!), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
