import { rm } from 'node:fs/promises';
import { build } from 'astro';
import { contentFolder } from '../collection/folder.ts';
import { heldCollection } from '../collection/held.ts';
import { askedOutputs } from '../collection/outputs.ts';
import { UserError } from '../collection/problem.ts';
import { siteFrom } from '../collection/site.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// A failed build leaves no dist/ behind, neither half of the new one nor the one before.
const clear = () => rm('dist', { recursive: true, force: true });

await clear();
try {
  siteFrom(process.env['SITE_URL']);
  askedOutputs(process.env['OUTPUTS']);
  heldCollection(contentFolder());
  await build({ logLevel: 'warn' });
} catch (error) {
  await clear();
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
