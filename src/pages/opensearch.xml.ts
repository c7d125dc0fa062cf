import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { openSearch } from '../outputs/opensearch.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(openSearch(await loadCollection(), site!));
