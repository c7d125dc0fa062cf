import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { loadContent } from '../content.ts';
import { basePath, contentDir } from '../environment.js';
import { PAGES_FOLDER } from '../loader/page-file.ts';

/**
 * Serves the images of own pages as `pages/NAME`. Not an endpoint: with `trailingSlash` Astro adds a
 * slash to a path whose extension is not in the route.
 */
export function pageImages(): AstroIntegration {
  return {
    name: 'page-images',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = join(contentDir(), PAGES_FOLDER);
        server.middlewares.use(`${basePath()}pages`, sirv(folder, { dev: true }));
      },
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'pages');
        for (const { images } of loadContent().collection.ownPages) {
          for (const [name, path] of Object.entries(images)) {
            mkdirSync(folder, { recursive: true });
            copyFileSync(path, join(folder, name));
          }
        }
      },
    },
  };
}
