import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { runningHeads } from '../share/running-heads.ts';

export const GET: APIRoute = async () => {
  const styles = runningHeads(await loadCollection());
  return new Response(styles, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
