import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/cli/install.mjs';
import { buildElsewhere } from './build-copy.mjs';

// A time zone that is a day ahead of most, a locale with other rules for case, no cache.
const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const copy = await buildElsewhere(elsewhere);
compare(built(projectRoot), built(copy));

function built(root) {
  return filesOf(join(root, 'dist'));
}

function compare(ones, others) {
  const differing = [...new Set([...ones.keys(), ...others.keys()])].filter(
    (name) => !ones.get(name)?.equals(others.get(name) ?? Buffer.alloc(0)),
  );
  for (const name of differing)
    console.error(`${name} differs between two builds of the same input`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`${ones.size} files are the same in another folder and time zone`);
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}
