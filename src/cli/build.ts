import { rm } from 'node:fs/promises';
import { contentFolder } from '../collection/folder.ts';
import { heldCollection } from '../collection/held.ts';
import { askedOutputs } from '../collection/outputs.ts';
import { UserError } from '../collection/problem.ts';
import { siteFrom } from '../collection/site.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// The bundler's allocator, which reads this when Astro is loaded, gives back at once what the
// bundler is done with, some 70 MB, and not with its next work, which never comes.
process.env['MIMALLOC_PURGE_DELAY'] = '0';

// A failed build leaves no dist/ behind, neither half of the new one nor the one before.
const clear = () => rm('dist', { recursive: true, force: true });

try {
  siteFrom(process.env['SITE_URL']);
  askedOutputs(process.env['OUTPUTS']);
  heldCollection(contentFolder());
  const { build } = await import('astro');
  await build({ logLevel: 'warn' });
} catch (error) {
  await clear();
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
