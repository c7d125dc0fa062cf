import type { APIRoute } from 'astro';
import { loadCollection } from '../content.ts';
import { printStyles } from '../outputs/print-styles.ts';
import styles from '../styles/print.css?inline';

export const GET: APIRoute = async ({ site }) =>
  new Response(styles + printStyles(await loadCollection(), site!), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
