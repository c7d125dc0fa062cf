import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { llmsText } from '../outputs/crawlers.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsText(await loadCollection(), site!));
