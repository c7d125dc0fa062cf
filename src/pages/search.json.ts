import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { searchData } from '../search/documents.ts';

export const GET: APIRoute = async () => Response.json(searchData(await loadCollection()));
