import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { printStyles } from '../outputs/print-styles.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(printStyles(await loadCollection(), site!), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
