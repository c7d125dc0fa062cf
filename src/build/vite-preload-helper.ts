import type { AstroIntegration } from 'astro';

// What Vite puts around each `import()`: it loads what a script will ask for along with it. Its own
// helper waits for styles too, which no script here has, and weighs 0.8 kB on every page.
const helper = (base: string): string => `export function __vitePreload(load, files = []) {
  for (const file of files) {
    const href = ${JSON.stringify(base)} + file;
    if (document.head.querySelector(\`[href="\${href}"]\`)) continue;
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    document.head.append(link);
  }
  return load();
}`;

/** Fetches the scripts behind an `import()` together, with a helper that does no more than that. */
export function vitePreloadHelper(): AstroIntegration {
  return {
    name: 'vite-preload-helper',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const code = helper(config.base);
        const plugin = {
          name: 'vite-preload-helper',
          enforce: 'pre' as const,
          load: (id: string) => (id === '\0vite/preload-helper.js' ? code : undefined),
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
