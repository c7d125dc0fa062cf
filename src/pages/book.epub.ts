import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { getEpub } from '../outputs/epub/index.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await getEpub(await loadCollection(), site!), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
