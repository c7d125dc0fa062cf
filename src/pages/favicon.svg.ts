import type { APIRoute } from 'astro';
import { svgIcon } from '../outputs/icons.ts';
import { readTheme } from '../outputs/theme.ts';

export const GET: APIRoute = () =>
  new Response(svgIcon(readTheme()), { headers: { 'Content-Type': 'image/svg+xml' } });
