import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { contentDir } from '../environment.js';

const module = new URL('../content.ts', import.meta.url);
const path = fileURLToPath(module);

/** Keeps `src/content.ts` out of the bundle, where a second instance would load everything again. */
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

/** Invalidates the module when a content file changes, before Astro looks what the middleware imports. */
const watched: Plugin = {
  name: 'content:watched',
  apply: 'serve',
  enforce: 'pre',
  configureServer: ({ watcher }) => {
    watcher.add(contentDir());
  },
  hotUpdate({ file }) {
    if (!file.startsWith(contentDir() + sep)) return undefined;
    return [...(this.environment.moduleGraph.getModulesByFile(path) ?? [])];
  },
};

/**
 * Lets pages and integrations share `src/content.ts` in a build and reloads it in development.
 * Astro's content store is not used: it would write and parse a second copy of the collection, and
 * pages need the assembled collection, not its entries.
 */
export const contentModule = [shared, watched];
