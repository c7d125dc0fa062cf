import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadContent } from '../content.ts';

/** Asks Tailwind for a class `part-N` for every part of the collection, as `#theme/parts.css`. */
export function partClasses(): AstroIntegration {
  return {
    name: 'part-classes',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const { length } = loadContent().about.parts;
        const folder = new URL('./theme/', config.cacheDir);
        mkdirSync(folder, { recursive: true });
        const css = length > 0 ? `@source inline('part-{1..${length}}');\n` : '';
        writeFileSync(new URL('parts.css', folder), css);
        updateConfig({ vite: { resolve: { alias: { '#theme': fileURLToPath(folder) } } } });
      },
    },
  };
}
