import type { APIRoute } from 'astro';
import { getEpub } from '../outputs/epub/epub.ts';

export const GET: APIRoute = async ({ locals, site }) =>
  new Response(await getEpub(locals.collection, site!), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
