import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../collection/folder.ts';
import type { QuoteEntry } from '../collection/model.ts';
import { readCollection } from '../collection/read.ts';
import { urls } from '../collection/urls.ts';

/** A line for each former address of a quote, as Netlify and Cloudflare Pages read them. */
export function redirectLines(entries: Pick<QuoteEntry, 'id' | 'aliases'>[]): string {
  return entries
    .flatMap(({ id, aliases }) =>
      aliases.map((alias) => `${urls.quote({ id: alias })} ${urls.quote({ id })} 301\n`),
    )
    .join('');
}

/**
 * Writes `_redirects` for hosts that know it; on others the pages at the former addresses lead on.
 * None of those hosts can answer 410, so a withdrawn quote is just a page that says so.
 */
export function redirects(): AstroIntegration {
  return {
    name: 'redirects',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const lines = redirectLines(readCollection(contentFolder()).entries);
        // There may be fixed lines in `public/`.
        if (lines !== '') appendFileSync(join(fileURLToPath(dir), '_redirects'), lines);
      },
    },
  };
}
