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
 * Redirects and gone addresses for Netlify and Cloudflare Pages. Each of these addresses has a page
 * too, for other hosts: Netlify ignores it only with a `!`; Cloudflare ignores lines with `!` or 410.
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
 * Copies the images of own pages and writes what a host is asked for: `_redirects`, `_headers`, and
 * an empty `_gone` beside the page of a withdrawn quote, which tells servers to send it with status
 * 410. The service worker comes last, as it lists all files.
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
        // Appended, as `public/` may have lines of its own.
        appendFileSync(join(root, '_redirects'), redirectLines(former, basePath()));
        for (const { kind, slug, to, gone } of former) {
          if (!to && gone) writeFileSync(join(root, pathOf(kind, slug), '_gone'), '');
        }
        // Other hosts are configured by `.github/HOSTING.md`.
        writeFileSync(join(root, '_headers'), headersFile(headerTable, basePath()));
        writeWorker(root, basePath());
      },
    },
  };
}
