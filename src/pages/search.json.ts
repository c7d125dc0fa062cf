import type { APIRoute } from 'astro';
import { searchData, searchManifest } from '../search/documents.ts';

export const GET: APIRoute = ({ locals }) =>
  Response.json(searchManifest(searchData(locals.collection)));
