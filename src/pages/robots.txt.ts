import type { APIRoute } from 'astro';
import { robotsText } from '../share/crawlers.ts';

export const GET: APIRoute = ({ site }) => new Response(robotsText(site!));
