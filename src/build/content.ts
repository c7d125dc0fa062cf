import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import type { Plugin } from 'vite';
import { contentDir } from '../environment.js';
import { PAGES_FOLDER } from '../loader/file-names.ts';

const module = new URL('../content.ts', import.meta.url);
const path = fileURLToPath(module);

/** Keeps `src/content.ts` out of the bundle; a second instance would load everything again. */
const shared: Plugin = {
  name: 'content:shared',
  apply: 'build',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.endsWith('/content.ts')) return undefined;
    const resolved = await this.resolve(id, importer, { skipSelf: true });
    return resolved?.id === path ? { id: module.href, external: true } : resolved;
  },
};

/**
 * In development, invalidates the module when a content file changes, before Astro checks the
 * imports of the middleware, and serves the images of own pages as `pages/NAME`. These cannot have
 * an endpoint: with `trailingSlash`, Astro adds a slash if the extension is not in the route.
 */
const watched: Plugin = {
  name: 'content:watched',
  apply: 'serve',
  enforce: 'pre',
  configureServer: ({ watcher, middlewares }) => {
    watcher.add(contentDir());
    // Astro has already removed the base.
    middlewares.use('/pages', sirv(join(contentDir(), PAGES_FOLDER), { dev: true }));
  },
  hotUpdate({ file }) {
    if (!file.startsWith(contentDir() + sep)) return undefined;
    return [...(this.environment.moduleGraph.getModulesByFile(path) ?? [])];
  },
};

/**
 * Vite plugins that share `src/content.ts` in a build, and reload it and serve its images in
 * development. Astro's content store would write and parse a second copy of the collection, and
 * pages need the assembled collection, not its entries.
 */
export const content = [shared, watched];
