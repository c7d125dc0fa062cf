import type { APIRoute } from 'astro';
import { openSearch } from '../outputs/opensearch.ts';

export const GET: APIRoute = ({ locals, site }) =>
  new Response(openSearch(locals.collection, site!));
