import { rm } from 'node:fs/promises';
import { contentDir } from '../loader/content-dir.ts';
import { cachedCollection } from '../loader/collection-cache.ts';
import { parseOutputs } from '../outputs/selection.ts';
import { UserError } from '../loader/diagnostic.ts';
import { parseSiteUrl } from '../loader/site-url.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// The bundler's allocator, which reads this when Astro is loaded, gives back at once what the
// bundler is done with, some 70 MB, and not with its next work, which never comes.
process.env['MIMALLOC_PURGE_DELAY'] = '0';

// A failed build leaves no dist/ behind, neither half of the new one nor the one before.
const clear = () => rm('dist', { recursive: true, force: true });

try {
  parseSiteUrl(process.env['SITE_URL']);
  parseOutputs(process.env['OUTPUTS']);
  cachedCollection(contentDir());
  const { build } = await import('astro');
  await build({ logLevel: 'warn' });
} catch (error) {
  await clear();
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
