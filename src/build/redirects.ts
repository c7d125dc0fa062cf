import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../content.ts';
import type { QuoteEntry, Withdrawn } from '../collection/model.ts';
import { withdrawnIn } from '../loader/permalinks.ts';
import { createUrls } from '../collection/urls.ts';

/**
 * Where the former addresses of quotes lead, and which quotes are gone, as Netlify and Cloudflare
 * Pages read it. There is a page at each of these addresses too, for other hosts: Netlify passes
 * over it only with a `!`; Cloudflare passes over the lines with a `!` or 410, which it cannot do.
 */
export function redirectLines(
  entries: Pick<QuoteEntry, 'id' | 'aliases'>[],
  withdrawn: Pick<Withdrawn, 'id'>[],
  base: string,
): string {
  const urls = createUrls(base);
  const former = entries.flatMap(({ id, aliases }) =>
    aliases.map((alias) => `${urls.quote({ id: alias })} ${urls.quote({ id })}`),
  );
  return [
    ...former.flatMap((line) => [`${line} 301!\n`, `${line} 301\n`]),
    ...withdrawn.map((quote) => `${urls.quote(quote)} ${urls.quote(quote)} 410!\n`),
  ].join('');
}

/**
 * Writes `_redirects` for hosts that know it; on others the pages at those addresses lead on. An
 * empty `_gone` beside the page of a withdrawn quote tells servers to send it with status 410.
 */
export function redirects(): AstroIntegration {
  let base: string;
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const { entries, ledger = {} } = loadContent();
        const withdrawn = withdrawnIn(ledger);
        const lines = redirectLines(entries, withdrawn, base);
        // There may be fixed lines in `public/`.
        if (lines !== '') appendFileSync(join(root, '_redirects'), lines);
        for (const { id } of withdrawn) writeFileSync(join(root, 'quotes', id, '_gone'), '');
      },
    },
  };
}
