import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { atomFeed } from '../outputs/feeds.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(atomFeed(await loadCollection(), site!));
