import { install } from '../../src/cli/install.mjs';

const benches: Record<string, () => Promise<{ main: (args: string[]) => Promise<void> }>> = {
  build: () => import('./build.ts'),
  cards: () => import('./cards.ts'),
  fonts: () => import('./fonts.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  pages: () => import('./pages.ts'),
  search: () => import('./search.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}
// The packages of the benches are not part of the product, so they are installed only now.
await install(import.meta.dirname);
await (await bench()).main(args);
