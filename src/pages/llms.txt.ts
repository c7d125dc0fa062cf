import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { llmsText } from '../outputs/llms-txt.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsText(await loadCollection(), site!));
