import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { clientWords } from './src/build/client-words.ts';
import { content } from './src/build/content.ts';
import { fonts } from './src/build/fonts.ts';
import { hostFiles } from './src/build/host-files.ts';
import { pages } from './src/build/pages.ts';
import { vitePreloadHelper } from './src/build/vite-preload-helper.ts';
import { trimFuse } from './src/build/trim-fuse.ts';
import { basePath, contentDir, siteUrl } from './src/environment.js';
import { parseSiteUrl } from './src/loader/site-url.ts';
import { speculationRules } from './src/layouts/speculation-rules.ts';

const headInline = readFileSync(new URL('./src/client/head-inline.js', import.meta.url), 'utf8');
const headScript = headInline.replace('BASE_PATH', basePath());
/** The addresses of the pages that the sitemap lists. */
const listed = new Set();

// Without `defineConfig`: its module loads an optimizer of SVG, 0.2 s and 24 MB of each command.
/** @type {import('astro').AstroUserConfig} */
export default {
  site: parseSiteUrl(siteUrl()),
  base: basePath(),
  trailingSlash: 'always',
  // Caches are keyed by content folder, so that one collection never leaks into another.
  cacheDir: `./.cache/${createHash('sha256').update(contentDir()).digest('hex').slice(0, 8)}/`,
  // They are put into the pages when these are finished.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [
    fonts(),
    pages({ scripts: [headScript, speculationRules(basePath())], listed }),
    sitemap({ filter: (page) => listed.has(page) }),
    hostFiles(),
  ],
  vite: {
    plugins: [tailwindcss(), trimFuse(), vitePreloadHelper(basePath()), ...content, clientWords],
    // The smaller build of Fuse has all that the search uses.
    resolve: { alias: [{ find: /^fuse\.js$/u, replacement: 'fuse.js/basic' }] },
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    },
  },
};
