import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { jsonFeed } from '../outputs/feeds.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json(jsonFeed(await loadCollection(), site!));
