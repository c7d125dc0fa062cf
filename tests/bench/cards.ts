import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from '../unit/search/seed.ts';
import { generate } from './corpus.ts';
import { writeContent } from './generate.ts';
import { table } from './report.ts';
import { spend } from './cpu-time.ts';

const project = join(import.meta.dirname, '../..');
const kept = join(project, '.cache/cards');

function cardsIn(folder: string): { count: number; bytes: number } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = names
    .filter((name) => name.endsWith('.png'))
    .map((name) => statSync(join(folder, name)).size);
  return { count: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}

/**
 * Builds a generated collection without cards, with all of them drawn, and with all of them kept
 * from the build before, and prints what a card takes. Leaves no `dist/`.
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
  if (existsSync(kept)) renameSync(kept, aside);
  const build = (OUTPUTS: string) =>
    spend(process.execPath, ['src/cli/build.ts'], {
      cwd: project,
      env: { CONTENT_DIR: root, OUTPUTS, BASE_PATH: '', SITE_URL: '' },
    });
  try {
    writeContent(root, generate(Number(values.size), seed()));
    // So that the fonts are cut before anything is compared.
    await build('pages');
    const without = await build('pages');
    const drawn = await build('cards');
    const again = await build('cards');
    const { count, bytes } = cardsIn(join(project, 'dist/cards'));
    const rows = [
      { cards: 'drawn', milliseconds: (1000 * (drawn.cpu - without.cpu)) / count },
      { cards: 'kept', milliseconds: (1000 * (again.cpu - without.cpu)) / count },
    ].map((row) => ({ ...row, count, kilobytes: bytes / count / 1000 }));
    const body = rows.map(({ cards, milliseconds, kilobytes }) => [
      `${count} ${cards}`,
      milliseconds.toFixed(1),
      kilobytes.toFixed(1),
    ]);
    console.log(
      values.json
        ? JSON.stringify({ rows }, null, 2)
        : table(['Cards', 'CPU ms a card', 'kB a card'], body),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    rmSync(kept, { recursive: true, force: true });
    if (existsSync(aside)) renameSync(aside, kept);
  }
}
