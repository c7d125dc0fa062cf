import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/child.mjs';

const benches: Record<string, () => Promise<{ main: (args: string[]) => Promise<void> }>> = {
  build: () => import('./build.ts'),
  cards: () => import('./cards.ts'),
  search: () => import('./search.ts'),
};

const here = import.meta.dirname;
const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}
// What only benches need is no part of the product, and comes with the first of them.
if (!existsSync(join(here, 'node_modules'))) {
  const code = (await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here })) as number;
  if (code !== 0) {
    console.error('The packages of the bench could not be installed: try npm ci in tests/bench.');
    process.exit(code);
  }
}
await (await bench()).main(args);
