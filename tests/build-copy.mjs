import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { projectRoot } from '../src/cli/install.mjs';
import { contentDir } from '../src/environment.js';

const copied = [
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  '.github',
];

/**
 * Builds a copy of the project and its content in another folder, without caches and with other
 * settings. Resolves with that folder, which is deleted when the program ends. `look` changes the
 * text of src/theme.css.
 */
export async function buildElsewhere({ CONTENT_DIR = contentDir(), look = (css) => css, ...env }) {
  const folder = mkdtempSync(join(tmpdir(), 'quote-browser-else where-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'deeper', 'project');
  mkdirSync(root, { recursive: true });
  for (const name of copied.filter((name) => existsSync(join(projectRoot, name)))) {
    cpSync(join(projectRoot, name), join(root, name), {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    });
  }
  cpSync(CONTENT_DIR, join(root, 'content'), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  const theme = join(root, 'src/theme.css');
  writeFileSync(theme, look(readFileSync(theme, 'utf8')));
  const code = await run('node', ['src/cli/build.ts'], {
    cwd: root,
    env: { ...process.env, ...env, CONTENT_DIR: 'content' },
  });
  if (code !== 0) throw new Error(`The build in ${root} ended with exit code ${code}.`);
  return root;
}
