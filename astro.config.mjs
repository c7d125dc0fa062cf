import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { listed } from './src/build/canonical.ts';
import { fonts } from './src/build/fonts.ts';
import { headers } from './src/build/headers.ts';
import { offline } from './src/build/offline.ts';
import { pageDirectives, policy } from './src/build/policy.ts';
import { preload } from './src/build/preload.ts';
import { redirects } from './src/build/redirects.ts';
import { contentFolder } from './src/collection/folder.ts';
import { siteFrom } from './src/collection/site.ts';
import { speculation } from './src/layouts/speculation.ts';

const sha = (text) => createHash('sha256').update(text);
const cspHash = (text) => `sha256-${sha(text).digest('base64')}`;
const early = readFileSync(new URL('./src/layouts/early.js', import.meta.url));

export default defineConfig({
  site: siteFrom(process.env.SITE_URL),
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  // Caches are keyed by content folder, so that one collection never leaks into another.
  cacheDir: `./.cache/${sha(contentFolder()).digest('hex').slice(0, 8)}/`,
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [
    fonts(),
    preload(),
    sitemap({ filter: listed('dist') }),
    policy(),
    redirects(),
    headers(),
    offline(),
  ],
  security: {
    csp: {
      directives: pageDirectives,
      scriptDirective: { hashes: [cspHash(early), cspHash(speculation)] },
    },
  },
  vite: {
    plugins: [tailwindcss()],
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    },
  },
});
