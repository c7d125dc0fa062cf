import { join } from 'node:path';
import sirv from 'sirv';
import type { Plugin } from 'vite';
import { contentDir } from '../environment.js';
import { PAGES_FOLDER } from '../loader/file-names.ts';

/**
 * Serves the images of own pages as `pages/NAME` in development. Not an endpoint: with
 * `trailingSlash` Astro adds a slash to a path whose extension is not in the route.
 */
export const pageImages: Plugin = {
  name: 'page-images',
  apply: 'serve',
  configureServer({ middlewares }) {
    const folder = join(contentDir(), PAGES_FOLDER);
    // Astro takes the base off before.
    middlewares.use('/pages', sirv(folder, { dev: true }));
  },
};
