import { rm } from 'node:fs/promises';
import { loadContent } from '../content.ts';
import { configureAstro, outputList, siteUrl } from '../environment.js';
import { parseOutputs } from '../outputs/selection.ts';
import { UserError } from '../loader/diagnostic.ts';
import { parseSiteUrl } from '../loader/site-url.ts';
import { pluralize } from './content.ts';

configureAstro();

// A failed build leaves no dist/, neither an incomplete nor an earlier one.
const clear = () => rm('dist', { recursive: true, force: true });

try {
  parseSiteUrl(siteUrl());
  parseOutputs(outputList());
  const { quotes } = loadContent().collection;
  const { build } = await import('astro');
  await build({ logLevel: 'warn' });
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`${pluralize(quotes.length, 'quote')} built into dist/ in ${seconds} s`);
  if (!siteUrl()) {
    console.warn(
      `SITE_URL is not set, so canonical links, feeds, the sitemap, link previews and embeds use ${parseSiteUrl(undefined)}. Before you publish, build with the address of your site: SITE_URL=https://example.org npm run build.`,
    );
  }
} catch (error) {
  await clear();
  console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
