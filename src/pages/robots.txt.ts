import type { APIRoute } from 'astro';
import { robotsText } from '../outputs/crawlers.ts';

export const GET: APIRoute = ({ site }) => new Response(robotsText(site!));
