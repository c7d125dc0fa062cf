import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { manifest } from '../outputs/manifest.ts';

export const GET: APIRoute = async () => {
  const text = JSON.stringify(manifest(await loadCollection()));
  return new Response(text, { headers: { 'Content-Type': 'application/manifest+json' } });
};
