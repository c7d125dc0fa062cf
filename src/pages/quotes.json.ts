import type { APIRoute } from 'astro';
import { collectionData } from '../collection/quote-data.ts';

export const GET: APIRoute = ({ locals, site }) =>
  Response.json(collectionData(locals.collection, site!));
