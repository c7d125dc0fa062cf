import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { collectionData } from '../outputs/data.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json(collectionData(await loadCollection(), site!));
