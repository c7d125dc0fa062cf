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

// Without `defineConfig`, whose module loads an SVG optimizer: 0.2 s and 24 MB in each command.
/** @type {import('astro').AstroUserConfig} */
export default {
  site: parseSiteUrl(siteUrl()),
  base: basePath(),
  trailingSlash: 'always',
  // Each content folder has its own cache, so that collections cannot mix.
  cacheDir: `./.cache/${createHash('sha256').update(contentDir()).digest('hex').slice(0, 8)}/`,
  // src/build/finish-page.ts inlines them.
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
    // The smaller build of Fuse, which has everything that the search uses.
    resolve: { alias: [{ find: /^fuse\.js$/u, replacement: 'fuse.js/basic' }] },
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    },
  },
};
