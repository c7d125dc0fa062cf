import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { base } from '../collection/urls.ts';
import { isCanonical } from './canonical.ts';
import { withPolicy } from './policy.ts';
import { progress } from './progress.ts';
import { withStyles } from './stylesheets.ts';

/**
 * Finishes each page as it is rendered, which spares reading and writing all of them once more:
 * puts its styles and its policy into it. `scripts` are those that stand in pages; the addresses of
 * pages that name themselves canonical are added to `listed`.
 */
export function pages({
  scripts,
  listed,
}: {
  scripts: string[];
  listed: Set<string>;
}): AstroIntegration {
  const texts = new Map<string, string>();
  let root: URL;

  const textOf = (address: string): string => {
    let text = texts.get(address);
    if (text === undefined) {
      text = readFileSync(new URL(address.slice(base.length), root), 'utf8');
      texts.set(address, text);
    }
    return text;
  };
  const finish = (html: string): string => {
    const styled = withStyles(html, textOf);
    return withPolicy(styled.html, scripts, styled.css === undefined ? [] : [styled.css]);
  };

  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        let step = () => {};
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            const paths = await astro.getStaticPaths();
            step = progress(paths.length, (line) => process.stderr.write(`${line}\n`));
            return paths;
          },
          render: async (request, options) => {
            const result = await astro.render(request, options);
            step();
            const { response, ...rest } = 'response' in result ? result : { response: result };
            if (!response.headers.get('Content-Type')?.startsWith('text/html')) return result;
            const html = await response.text();
            if (isCanonical(html, request.url)) listed.add(request.url);
            return { ...rest, response: new Response(finish(html), response) };
          },
        }));
      },
      'astro:build:done': () => {
        // Every page has its own by now.
        const assets = new URL('_astro/', root);
        for (const name of readdirSync(assets)) {
          if (name.endsWith('.css')) rmSync(new URL(name, assets));
        }
      },
    },
  };
}
