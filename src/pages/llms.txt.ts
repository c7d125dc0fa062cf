import type { APIRoute } from 'astro';
import { llmsText } from '../outputs/llms-txt.ts';

export const GET: APIRoute = ({ locals, site }) => new Response(llmsText(locals.collection, site!));
