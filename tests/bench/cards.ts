import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from '../unit/search/seed.ts';
import { generate } from './corpus.ts';
import { writeContent } from './generate.ts';
import { table } from './report.ts';
import { measureCommand } from './cpu-time.ts';

const project = join(import.meta.dirname, '../..');
const cache = join(project, '.cache/cards');

function cardsIn(folder: string): { count: number; bytes: number } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = names
    .filter((name) => name.endsWith('.png'))
    .map((name) => statSync(join(folder, name)).size);
  return { count: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}

/**
 * Builds a generated collection without cards, with all cards drawn, and with all cards from the
 * cache, and prints the time for each card. Deletes `dist/`.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '500' },
      json: { type: 'boolean', default: false },
    },
  });
  const root = mkdtempSync(join(tmpdir(), 'quote-browser-bench-'));
  const aside = join(project, '.cache/cards-aside');
  if (existsSync(cache)) renameSync(cache, aside);
  const build = (OUTPUTS: string) =>
    measureCommand(process.execPath, ['src/cli/build.ts'], {
      cwd: project,
      env: { CONTENT_DIR: root, OUTPUTS, BASE_PATH: '', SITE_URL: '' },
    });
  try {
    writeContent(root, generate(Number(values.size), seed()));
    // Caches the fonts before the builds that are compared.
    await build('pages');
    const without = await build('pages');
    const drawn = await build('cards');
    const cached = await build('cards');
    const { count, bytes } = cardsIn(join(project, 'dist/cards'));
    const rows = [
      { cards: 'drawn', milliseconds: (1000 * (drawn.cpu - without.cpu)) / count },
      { cards: 'cached', milliseconds: (1000 * (cached.cpu - without.cpu)) / count },
    ].map((row) => ({ ...row, count, kilobytes: bytes / count / 1000 }));
    const body = rows.map(({ cards, milliseconds, kilobytes }) => [
      `${count} ${cards}`,
      milliseconds.toFixed(1),
      kilobytes.toFixed(1),
    ]);
    console.log(
      values.json
        ? JSON.stringify({ rows }, null, 2)
        : table(['Cards', 'CPU ms per card', 'kB per card'], body),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
    if (existsSync(aside)) renameSync(aside, cache);
  }
}
