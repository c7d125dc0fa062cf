import type { APIRoute } from 'astro';
import { printStyles } from '../outputs/print-styles.ts';
import styles from '../styles/print.css?inline';

export const GET: APIRoute = ({ locals, site }) =>
  new Response(styles + printStyles(locals.collection, site!), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
