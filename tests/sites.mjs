import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { projectRoot } from '../src/cli/install.mjs';
import { buildElsewhere } from './build-copy.mjs';

const fixture = (name) => join(projectRoot, 'tests/fixtures/collections', name);

/**
 * The sites of the end-to-end tests: the collection, the settings of the build, and the tests by
 * their tags. `complete` has every optional field and two languages, under a sub-path; `kohelet` is
 * right to left; `pensees` is French, with another look; the four that `test:all` adds are German,
 * Arabic, Japanese and Turkish; `large` is generated, with 41 parts and 1,100 themes.
 */
export const sites = {
  complete: {
    content: () => fixture('complete'),
    BASE_PATH: '/quotes/book/',
    tests: ['--grep-invert', '@(?:large|rare|rtl-only|smoke)'],
  },
  kohelet: { content: () => fixture('kohelet'), BASE_PATH: '/', tests: ['--grep', '@rtl'] },
  pensees: {
    content: () => fixture('pensees'),
    BASE_PATH: '/pensees/',
    look: (css) =>
      css
        .replace('--font-serif: Newsreader', '--font-serif: Literata')
        .replace('calc(l * 1.119) 0.13 var(--hue)', 'l 0.08 calc(var(--hue) + 90)'),
    tests: ['interface.spec', 'cards.spec', 'theme.spec'],
  },
  ...Object.fromEntries(
    ['beispiele', 'amthila', 'reibun', 'ornekler'].map((name) => [
      name,
      { content: () => fixture(name), BASE_PATH: '/', tests: ['interface.spec'], isSlow: true },
    ]),
  ),
  large: {
    content: largeCollection,
    BASE_PATH: '/',
    OUTPUTS: 'pages',
    tests: ['large.spec', 'subjects.spec', '--grep', '@large'],
  },
};

/** Builds a site in a copy of the project, which is deleted when the program ends. */
export async function buildSite(name) {
  const { content, BASE_PATH, look, OUTPUTS = '' } = sites[name];
  return buildElsewhere({ CONTENT_DIR: await content(), look, BASE_PATH, OUTPUTS, SITE_URL: '' });
}

/** Runs the end-to-end tests of a site, or another command, in the folder where it was built. */
export async function testSite(name, root, options = {}) {
  const { args = [], env = process.env, stdio = 'inherit', command } = options;
  const { BASE_PATH, OUTPUTS = '', tests } = sites[name];
  const [program, ...others] = command ?? ['npx', 'playwright', 'test', ...tests, ...args];
  return run(program, others, {
    cwd: root,
    stdio,
    env: { ...env, BASE_PATH, OUTPUTS, CONTENT_DIR: 'content' },
  });
}

async function largeCollection() {
  const folder = mkdtempSync(join(tmpdir(), 'quote-browser-large-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const code = await run('node', ['tests/large-collection.ts', folder], { cwd: projectRoot });
  if (code !== 0) throw new Error('The large collection could not be generated.');
  return folder;
}
