import { dev } from 'astro';
import { contentDir } from '../loader/content-dir.ts';
import { cachedCollection } from '../loader/collection-cache.ts';
import { UserError } from '../loader/diagnostic.ts';
import { parseSiteUrl } from '../loader/site-url.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

try {
  parseSiteUrl(process.env['SITE_URL']);
  cachedCollection(contentDir());
  await dev({});
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
