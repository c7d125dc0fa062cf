import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/cli/install.mjs';
import { buildElsewhere, buildIn } from './elsewhere.mjs';

// The zone that is a day ahead of most, a language with other rules, no cache.
const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const root = await buildElsewhere(elsewhere);
const built = () => filesOf(join(root, 'dist'));
compare(filesOf(join(projectRoot, 'dist')), built(), 'in another folder and time zone');

const before = renderings();
edit(join(root, 'content/quotes'));
await buildIn(root, elsewhere);
const after = built();
const spared = [...renderings().keys()].filter((key) => before.has(key)).length;
for (const { folder } of renderings().values()) rmSync(folder, { recursive: true, force: true });
await buildIn(root, elsewhere);
compare(after, built(), `after edits, ${spared} pages kept`);
if (spared === 0 || spared === before.size) {
  console.error(`${spared} of ${before.size} pages were kept after a few edits`);
  process.exitCode = 1;
}

/** The keys of the pages that builds in the copy have kept, each with its folder. */
function renderings() {
  const caches = join(root, '.cache');
  const indexes = readdirSync(caches, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('pages.json'),
  );
  return new Map(
    indexes.flatMap((name) => {
      const folder = join(caches, name, '..');
      const keys = Object.keys(JSON.parse(readFileSync(join(caches, name), 'utf8')));
      return keys.map((key) => [key, { folder }]);
    }),
  );
}

/** Changes what other pages show of a quote, in one quote each, and adds one. */
function edit(quotes) {
  const edits = [
    (file) => file.replace(/\s*$/u, ' And so on.\n'),
    (file) => file.replace(/^theme: .*$/mu, 'theme: On being edited'),
    (file) => file.replace(/^source: .*$/mu, 'source: A source that was edited'),
    (file) => file.replace(/^order: .*\n/mu, ''),
    (file) => file.replace(/^theme: /mu, 'status: verified\ntheme: '),
  ];
  const names = readdirSync(quotes).toSorted();
  for (const [index, change] of edits.entries()) {
    const path = join(quotes, names[Math.floor((index * names.length) / edits.length)]);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  const one = readFileSync(join(quotes, names[0]), 'utf8');
  writeFileSync(join(quotes, 'added.md'), one.replace(/^---\n\n[^]*$/mu, '---\n\nAdded.\n'));
}

function compare(ones, others, where) {
  const differing = [...new Set([...ones.keys(), ...others.keys()])].filter(
    (name) => !ones.get(name)?.equals(others.get(name) ?? Buffer.alloc(0)),
  );
  for (const name of differing)
    console.error(`${name} differs between two builds of the same input`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`${ones.size} files are the same ${where}`);
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
