import { dev } from 'astro';
import { contentFolder } from '../collection/folder.ts';
import { heldCollection } from '../collection/held.ts';
import { UserError } from '../collection/problem.ts';
import { siteFrom } from '../collection/site.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

try {
  siteFrom(process.env['SITE_URL']);
  heldCollection(contentFolder());
  await dev({});
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
