import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

const script = /<script>([^]*?)<\/script>/gu;
const imported = /import '([^']+)';/gu;

/** The modules that the scripts of components, layouts and pages import. */
function entries(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro'))
    .map((name) => join('src', name));
  const found = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(script), ([, code]) => code!)
      .flatMap((code) => Array.from(code.matchAll(imported), ([, path]) => path!))
      .map((path) => resolve(dirname(file), path)),
  );
  return [...new Set(found)];
}

test('browsers load modules only from the folders that are meant for them', async () => {
  const input = entries();
  expect(input.length).toBeGreaterThan(5);
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    // The build of a site generates the messages.
    build: { write: false, rolldownOptions: { input, external: ['#words/messages.json'] } },
  })) as Rolldown.RolldownOutput;
  const modules = output
    .flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
    .filter((id) => !id.startsWith('\0'))
    .map((id) => relative('.', id));
  expect(modules).toContain('src/search/engine.ts');
  const shipped = /^(?:src\/(?:client|search|collection|text|i18n)|node_modules\/fuse\.js)\//u;
  expect(modules.filter((id) => !shipped.test(id))).toEqual([]);
});
