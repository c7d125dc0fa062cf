import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { createFinisher } from './finish-page.ts';

// An empty response tells Astro to write no file, because we have already written it.
const written = new Response(null);

/** Whether the canonical address of a page is its own; the sitemap lists only such pages. */
export const isCanonical = (html: string, address: string): boolean =>
  html.includes(`<link rel="canonical" href="${address}"`);

/** In milliseconds; a short build ends before its first progress report. */
const REPORT_INTERVAL = 10_000;

interface Options {
  /** All inline scripts that a page may have. */
  scripts: string[];
  /** Receives the address of each canonical page. */
  listed: Set<string>;
}

/**
 * Finishes and writes each file as soon as it is rendered. Astro writes asynchronously, which
 * doubles the time of a build of 20,000 pages, and finishing pages later means reading them again.
 */
export function pages({ scripts, listed }: Options): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { base, outDir } = config;
        const root = fileURLToPath(outDir);
        const publicDir = fileURLToPath(config.publicDir);
        const finish = createFinisher({
          scripts,
          cssOf: (href) => readFileSync(new URL(href.slice(base.length), outDir), 'latin1'),
        });
        let [total, done, reported] = [0, 0, Date.now()];
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            const paths = await astro.getStaticPaths();
            total = paths.length;
            return paths;
          },
          render: async (request, options) => {
            if (Date.now() > reported + REPORT_INTERVAL) {
              process.stderr.write(`${done} of ${total} files written\n`);
              reported = Date.now();
            }
            done++;
            const result = await astro.render(request, options);
            const response = 'response' in result ? result.response : result;
            const { type, route } = options.routeData;
            const path = decodeURI(new URL(request.url).pathname.slice(base.length));
            const isPage = type === 'page';
            const file = route === '/404' ? '404.html' : isPage ? `${path}index.html` : path;
            // Astro prefers a file in public/, with a warning.
            if (!response.body || existsSync(join(publicDir, file))) return result;
            const body = Buffer.from(await response.arrayBuffer());
            const target = join(root, file);
            mkdirSync(dirname(target), { recursive: true });
            if (isPage) {
              const html = body.toString('latin1');
              if (isCanonical(html, request.url)) listed.add(request.url);
              writeFileSync(target, finish(html), 'latin1');
            } else writeFileSync(target, body);
            return written;
          },
        }));
      },
      'astro:build:done': () => {
        // All styles are inlined by now.
        const assets = new URL('_astro/', config.outDir);
        for (const name of readdirSync(assets)) {
          if (name.endsWith('.css')) rmSync(new URL(name, assets));
        }
      },
    },
  };
}
