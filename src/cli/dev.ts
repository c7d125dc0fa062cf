import { dev } from 'astro';
import { loadContent } from '../content.ts';
import { configureAstro, siteUrl } from '../environment.js';
import { UserError } from '../loader/diagnostic.ts';
import { parseSiteUrl } from '../loader/site-url.ts';

configureAstro();

try {
  parseSiteUrl(siteUrl());
  loadContent();
  await dev({});
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
