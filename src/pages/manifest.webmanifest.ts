import type { APIRoute } from 'astro';
import { manifest } from '../outputs/manifest.ts';

export const GET: APIRoute = ({ locals }) => {
  const text = JSON.stringify(manifest(locals.collection));
  return new Response(text, { headers: { 'Content-Type': 'application/manifest+json' } });
};
