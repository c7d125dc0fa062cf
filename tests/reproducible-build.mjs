import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../src/cli/install.mjs';
import { buildElsewhere, buildIn } from './build-copy.mjs';

// The zone that is a day ahead of most, a language with other rules, no cache.
const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const copy = await buildElsewhere(elsewhere);
compare(built(projectRoot), built(copy), 'in another folder and time zone');

// What a build keeps of the one before it must be what it would render again.
const CONTENT_DIR = join(projectRoot, 'tests/fixtures/collections/pensees');
const edited = await buildElsewhere({ CONTENT_DIR });
const before = kept(edited);
edit(join(edited, 'content/quotes'));
await buildIn(edited);
const after = built(edited);
const spared = kept(edited).keys.filter((key) => before.keys.includes(key)).length;
rmSync(before.folder, { recursive: true });
await buildIn(edited);
compare(after, built(edited), `after edits, with ${spared} pages kept or none`);
if (spared === 0 || spared === before.keys.length) {
  console.error(`${spared} of ${before.keys.length} pages were kept after a few edits`);
  process.exitCode = 1;
}

/** The folder in which builds of a project keep pages, and the keys of those. */
function kept(root) {
  const caches = join(root, '.cache');
  const [name] = readdirSync(caches, { recursive: true }).filter((name) =>
    name.endsWith('pages.json'),
  );
  const index = readFileSync(join(caches, name), 'utf8');
  return { folder: dirname(join(caches, name)), keys: Object.keys(JSON.parse(index)) };
}

/**
 * Changes what other pages show of a quote, in one quote each, and adds one. The characters of the
 * collection stay the same, as for others the fonts are cut anew, which every page loads.
 */
function edit(quotes) {
  const change = (name, before, after) => {
    const path = join(quotes, `${name}.md`);
    const file = readFileSync(path, 'utf8').replace(before, after);
    writeFileSync(path, file);
  };
  change('deux-exces', 'Deux excès :', 'Deux grands excès :');
  change('ni-ange-ni-bete', 'theme: Ni ange ni bête', 'theme: L’ange et la bête');
  change('dieu-sensible-au-coeur', /^source: .*$/mu, 'source: Pensées, édition Brunschvicg');
  change('l-espace-et-la-pensee', 'order: 2', 'order: 9');
  change('grandeur-et-misere', 'order: 4', 'order: 4\nstatus: verified');
  const fields = 'part: 6\ntheme: Par la raison\nsource: Pensées, édition Brunschvicg';
  writeFileSync(join(quotes, 'de-plus.md'), `---\n${fields}\n---\n\nPar la raison, par le cœur.\n`);
}

function built(root) {
  return filesOf(join(root, 'dist'));
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
