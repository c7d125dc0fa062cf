import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/cli/install.mjs';
import { labelKinds } from '../src/collection/model.ts';
import { buildElsewhere } from './build-copy.mjs';
import { quotes, settings } from './small-collection.ts';

// The life of a collection, using only commands: from an empty folder to renamed labels and a quote
// that is withdrawn and restored. Each build is followed by a check of all published addresses.

const folder = join(mkdtempSync(join(tmpdir(), 'quote-browser-journey-')), 'mine');
process.on('exit', () => rmSync(join(folder, '..'), { recursive: true, force: true }));
const env = { ...process.env, CONTENT_DIR: folder };

/** A label of every kind, and its new name. */
const renamed = {
  'slug: beginnings': 'slug: firsts',
  'theme: On rest': 'theme: On sleep',
  'source: A letter': 'source: A diary',
  'person: Ada': 'person: Ada Quill',
  'term: Gardens': 'term: Orchards',
};

const published = new Set<string>();

command('new', [folder, '--title', 'Mine']);
rmSync(join(folder, 'quotes/sample.md'));
write('collection.yaml', settings);
for (const [id, text] of Object.entries(quotes)) write(`quotes/${id}.md`, text);
const root = await publish('three quotes');
test(root);

rmSync(join(folder, 'quotes/first.md'));
write('quotes/sitting.md', quotes.first.replace('part:', 'aliases: [first]\npart:'));
rename(Object.entries(renamed));
await publish('every kind of label and a quote renamed');

rmSync(join(folder, 'quotes/third.md'));
replace(
  'permalinks.json',
  '"third": "live"',
  '"third": { "gone": "2024-05-01", "reason": "Nobody said it." }',
);
const withdrawn = await publish('a quote withdrawn');
expectPage(withdrawn, 'quotes/third/', 'Nobody said it.');
expectPage(withdrawn, 'themes/work/', 'On work');

write('quotes/third.md', quotes.third);
replace('permalinks.json', /"third": \{[^}]*\}/u, '"third": "live"');
rename(Object.entries(renamed).map(([from, to]) => [to, from]));
const back = await publish('all as at first');
expectPage(back, 'quotes/third/', 'Begin with what is dull.');
expectPage(back, 'themes/rest/', 'A garden is never late.');

/** Checks and builds, and records addresses only afterwards, like a curator who forgot to do so. */
async function publish(stage: string): Promise<string> {
  command('check');
  const root = await buildElsewhere({ CONTENT_DIR: folder });
  command('permalinks');
  const pages = pagesOf(root).filter((path) => !isRedirect(root, path));
  for (const path of pages.filter((path) => !isIndex(path))) published.add(path);
  const lost = [...published].filter((path) => !leadsToPage(root, path));
  if (lost.length > 0) fail(`${stage}: these addresses lead nowhere: ${lost.join(', ')}`);
  console.log(`${stage}: ${published.size} addresses lead to ${pages.length} pages`);
  return root;
}

function pagesOf(root: string): string[] {
  return readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.slice(0, -'index.html'.length));
}

/** An index may disappear, if no quote has a label of its kind any more. */
function isIndex(path: string): boolean {
  return labelKinds.some((kind) => path === `${kind}/`);
}

function read(root: string, path: string): string {
  return readFileSync(join(root, 'dist', path, 'index.html'), 'utf8');
}

function target(root: string, path: string): string | undefined {
  return /http-equiv="refresh" content="0; url=\/([^"]*)"/u.exec(read(root, path))?.[1];
}

function isRedirect(root: string, path: string): boolean {
  return target(root, path) !== undefined;
}

function leadsToPage(root: string, path: string): boolean {
  if (!existsSync(join(root, 'dist', path, 'index.html'))) return false;
  const next = target(root, path);
  return next === undefined || (existsSync(join(root, 'dist', next)) && !isRedirect(root, next));
}

function expectPage(root: string, path: string, words: string): void {
  if (!read(root, path).includes(words)) fail(`${path} lacks “${words}”`);
}

/** Runs the smoke tests, the only ones of `npm test` that depend on the collection. */
function test(root: string): void {
  const options = { cwd: root, env: { ...process.env, CONTENT_DIR: 'content' } };
  start('npx', ['playwright', 'test', 'smoke.spec', '--grep', '@smoke'], options);
}

function command(name: string, args: string[] = []): void {
  start('npm', ['run', '--silent', name, '--', ...args], { cwd: projectRoot, env });
}

function start(program: string, args: string[], options: SpawnSyncOptions): void {
  const { status } = spawnSync(program, args, { ...options, stdio: 'inherit' });
  if (status !== 0) fail(`${program} ${args.join(' ')} ended with exit code ${status}`);
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function replace(path: string, from: string | RegExp, to: string): void {
  write(path, readFileSync(join(folder, path), 'utf8').replace(from, to));
}

function rename(names: string[][]): void {
  const files = readdirSync(join(folder, 'quotes')).map((name) => `quotes/${name}`);
  for (const path of ['collection.yaml', ...files]) {
    for (const [from, to] of names) replace(path, from!, to!);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
