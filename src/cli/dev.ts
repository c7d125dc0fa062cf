import { dev } from 'astro';
import { contentFolder } from '../collection/folder.ts';
import { ContentError } from '../collection/problem.ts';
import { requireCollection } from '../collection/read.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

try {
  requireCollection(contentFolder());
  await dev({});
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  process.exit(1);
}
