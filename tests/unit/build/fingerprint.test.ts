import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fingerprint } from '../../../src/build/fingerprint.ts';

const files = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'astro.config.mjs': '',
  'README.md': 'Read.',
  'src/pages/index.astro': '<p>',
  'src/styles/global.css': '',
  'dist/_astro/site.abc.css': '',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quote-browser-fingerprint-'));
  for (const [name, text] of Object.entries(files)) write(name, text);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function made(settings: { site?: string; base?: string } = {}): string {
  const root = pathToFileURL(`${folder}/`);
  const [srcDir, outDir] = [new URL('src/', root), new URL('dist/', root)];
  const build = { assets: '_astro' };
  return fingerprint({ root, srcDir, outDir, build, site: undefined, base: '/', ...settings });
}

test.each([
  ['a source', () => write('src/pages/index.astro', '<h1>')],
  ['a new source', () => write('src/pages/about.astro', '')],
  ['the versions that were installed', () => write('package-lock.json', '{"a":1}')],
  ['the configuration', () => write('astro.config.mjs', '//')],
  ['what pages load', () => write('dist/_astro/font.def.woff2', '')],
  ['the outputs', () => vi.stubEnv('OUTPUTS', 'pages')],
])('pages are made of %s', (_, change) => {
  const before = made();
  change();
  expect(made()).not.toBe(before);
});

test('pages are made for a site and a base', () => {
  expect(made({ site: 'https://example.org' })).not.toBe(made());
  expect(made({ base: '/b/' })).not.toBe(made());
});

test('pages are not made of what else lies in the project', () => {
  const before = made();
  write('README.md', 'Read on.');
  write('tests/a.test.ts', '');
  expect(made()).toBe(before);
});
