import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { projectRoot } from '../src/cli/install.mjs';
import { contentFolder } from '../src/collection/folder.ts';

const copied = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  '.github',
];

/**
 * Builds a copy of the project in another folder, without caches and with other settings; resolves
 * with that folder, which is gone at the end of the program.
 */
export async function buildElsewhere(env) {
  const folder = mkdtempSync(join(tmpdir(), 'quote-browser-else where-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'deeper', 'project');
  mkdirSync(root, { recursive: true });
  for (const name of copied) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  // Relative to the project that is copied, not to the copy.
  const content = process.env.CONTENT_DIR && { CONTENT_DIR: contentFolder() };
  const code = await run('node', ['src/cli/build.ts'], {
    cwd: root,
    env: { ...process.env, ...content, ...env },
  });
  if (code !== 0) throw new Error(`The build in ${root} ended with exit code ${code}.`);
  return root;
}
