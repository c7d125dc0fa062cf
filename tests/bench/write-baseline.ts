import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// The minimum of every build: writes each page into its folder.
const [from, to] = process.argv.slice(2) as [string, string];
for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.html')) continue;
  const path = join(to, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, readFileSync(join(from, name)));
}
