import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { base } from '../collection/urls.ts';
import { isCanonical } from './canonical.ts';
import { fingerprint } from './fingerprint.ts';
import { reuseOutputDirs, type Folders } from './reuse-output-dirs.ts';
import { withCsp } from './csp.ts';
import { progress } from './progress.ts';
import { openRendered, type Rendered } from './page-cache.ts';
import { inlineCss } from './inline-css.ts';

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
    if (text === undefined) texts.set(path, (text = readFileSync(fileAt(path), 'latin1')));
    return text;
  };
  // Pages are put together a character a byte: nothing in them is read as text, and they need not
  // be decoded, nor encoded again.
  const ours = scripts.map((text) => Buffer.from(text).toString('latin1'));
  const finish = (page: Buffer, url: string): Buffer => {
    const html = page.toString('latin1');
    if (isCanonical(html, url)) listed.add(url);
    const styled = inlineCss(html, textOf);
    const styles = styled.css === undefined ? [] : [styled.css];
    return Buffer.from(withCsp(styled.html, ours, styles), 'latin1');
  };
  const write = (path: string, page: Buffer) => {
    folders.make(decodeURI(path.slice(base.length)));
    writeFileSync(fileAt(`${path}index.html`), page);
  };

  return {
    name: 'pages',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const aside = fileURLToPath(new URL('before/', config.cacheDir));
        folders = reuseOutputDirs(fileURLToPath(config.outDir), aside);
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
            let page = key === undefined ? undefined : rendered.find(key);
            if (page === undefined) {
              const result = await astro.render(request, options);
              const { response, ...rest } = 'response' in result ? result : { response: result };
              if (!response.headers.get('Content-Type')?.startsWith('text/html')) return result;
              page = Buffer.from(await response.arrayBuffer());
              if (key === undefined) {
                const body = new Uint8Array(finish(page, request.url));
                return { ...rest, response: new Response(body, response) };
              }
              rendered.keep(key, page);
            }
            write(pathname, finish(page, request.url));
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
