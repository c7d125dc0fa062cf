import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { base } from '../collection/urls.ts';
import { isCanonical } from './canonical.ts';
import { fingerprint } from './fingerprint.ts';
import { withPolicy } from './policy.ts';
import { progress } from './progress.ts';
import { reuseFolders, type Folders } from './folders.ts';
import { openRendered, type Rendered } from './rendered.ts';
import { withStyles } from './stylesheets.ts';

/** What Astro is given for a page that stands in its place already: of what has no body it writes no file. */
const written = new Response(null);

/**
 * Finishes each page as it is rendered, which spares reading and writing all of them once more:
 * puts its styles and its policy into it. A page whose path has a `cacheKey` is rendered only where
 * the last build did not do so under the same key. `scripts` are those that stand in pages; the
 * addresses of pages that name themselves canonical are added to `listed`.
 */
export function pages({
  scripts,
  listed,
}: {
  scripts: string[];
  listed: Set<string>;
}): AstroIntegration {
  const texts = new Map<string, string>();
  /** The keys of pages that may be kept, by path. */
  const keys = new Map<string, string>();
  let config: AstroConfig;
  let rendered: Rendered;
  let folders: Folders;

  const fileAt = (path: string) => new URL(path.slice(base.length), config.outDir);
  const textOf = (path: string): string => {
    let text = texts.get(path);
    if (text === undefined) texts.set(path, (text = readFileSync(fileAt(path), 'utf8')));
    return text;
  };
  const finish = (html: string, url: string): string => {
    if (isCanonical(html, url)) listed.add(url);
    const styled = withStyles(html, textOf);
    return withPolicy(styled.html, scripts, styled.css === undefined ? [] : [styled.css]);
  };
  const write = (path: string, html: string) => {
    folders.make(decodeURI(path.slice(base.length)));
    writeFileSync(fileAt(`${path}index.html`), html);
  };

  return {
    name: 'pages',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const aside = fileURLToPath(new URL('before/', config.cacheDir));
        folders = reuseFolders(fileURLToPath(config.outDir), aside);
        let step = () => {};
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            const paths = await astro.getStaticPaths();
            const made = fingerprint(config);
            for (const { pathname, cacheKey } of paths) {
              if (cacheKey === undefined) continue;
              const path = encodeURI(base + pathname.slice(1));
              keys.set(path, hash('sha256', [made, path, cacheKey].join('\n'), 'base64url'));
            }
            rendered = openRendered(fileURLToPath(new URL('rendered/', config.cacheDir)));
            step = progress(paths.length, (line) => process.stderr.write(`${line}\n`));
            return paths;
          },
          render: async (request, options) => {
            step();
            const { pathname } = new URL(request.url);
            const key = keys.get(pathname);
            let html = key === undefined ? undefined : rendered.find(key);
            if (html === undefined) {
              const result = await astro.render(request, options);
              const { response, ...rest } = 'response' in result ? result : { response: result };
              if (!response.headers.get('Content-Type')?.startsWith('text/html')) return result;
              html = await response.text();
              if (key === undefined) {
                return { ...rest, response: new Response(finish(html, request.url), response) };
              }
              rendered.keep(key, html);
            }
            write(pathname, finish(html, request.url));
            return written;
          },
        }));
      },
      'astro:build:done': () => {
        // Every page has its own by now.
        rendered.save();
        folders.end();
        const assets = new URL('_astro/', config.outDir);
        for (const name of readdirSync(assets)) {
          if (name.endsWith('.css')) rmSync(new URL(name, assets));
        }
      },
    },
  };
}
