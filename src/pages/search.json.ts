import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { searchData, searchManifest } from '../search/documents.ts';

export const GET: APIRoute = async () =>
  Response.json(searchManifest(searchData(await loadCollection())));
