import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../content.ts';
import { pathOf } from '../collection/address-ledger.ts';
import type { FormerAddress } from '../collection/model.ts';
import { createUrls } from '../collection/urls.ts';
import { basePath } from '../environment.js';
import { headersFile, headerTable } from './headers.ts';
import { writeWorker } from './service-worker.ts';

/**
 * Returns redirects and gone addresses for Netlify and Cloudflare Pages. Each address also has a
 * page, which Netlify ignores only with a `!`. Cloudflare ignores lines with `!` or 410.
 */
export function redirectLines(former: FormerAddress[], base: string): string {
  const urls = createUrls(base);
  const lines = former.flatMap(({ kind, slug, to, gone }) => {
    const from = urls.page(pathOf(kind, slug));
    if (to) return ['301!', '301'].map((status) => `${from} ${urls.page(to.path)} ${status}\n`);
    return gone === undefined ? [] : [`${from} ${from} 410!\n`];
  });
  return lines.join('');
}

/**
 * Copies the images of own pages and writes the files that configure hosts: `_redirects`,
 * `_headers`, and an empty `_gone` next to the page of a withdrawn quote, which servers then send
 * with status 410. The service worker is written last, because it lists all files.
 */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const { former, ownPages } = loadContent().collection;
        for (const [name, path] of ownPages.flatMap(({ images }) => Object.entries(images))) {
          cpSync(path, join(root, 'pages', name));
        }
        // Appended, because `public/` may have such a file.
        appendFileSync(join(root, '_redirects'), redirectLines(former, basePath()));
        for (const { kind, slug, to, gone } of former) {
          if (!to && gone) writeFileSync(join(root, pathOf(kind, slug), '_gone'), '');
        }
        // For other hosts see `.github/HOSTING.md`.
        writeFileSync(join(root, '_headers'), headersFile(headerTable, basePath()));
        writeWorker(root, basePath());
      },
    },
  };
}
