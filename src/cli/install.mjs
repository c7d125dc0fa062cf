import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Installs what the lockfile says, unless that is what the last complete install has put there. */
export async function install(root = projectRoot) {
  const stamp = join(root, 'node_modules', '.install-stamp');
  const lockfile = await readFile(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const installed = existsSync(stamp) && (await readFile(stamp, 'utf8')).trim();
  if (wanted !== installed) {
    await rm(stamp, { force: true });
    await installAll(root);
    await writeFile(stamp, wanted);
  }
  requireNode24(root);
}

async function installAll(root) {
  console.log('Installing the dependencies; this takes about a minute …');
  // The environment may ask npm to leave out what the build needs.
  const needed = ['--include=dev', '--include=optional'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', ['ci', ...needed, ...quiet], { cwd: root });
  if (code === 0) return;
  throw new Error(
    `The dependencies are not installed: npm ci ended with exit code ${code}. ` +
      'See its messages above, check the network, and run the same command again.',
  );
}

/** Most platforms get their Node 24 as an optional dependency; the others have to bring it. */
function requireNode24(root) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 24 || existsSync(join(root, 'node_modules', '.bin', 'node'))) return;
  throw new Error(
    `There is no packaged Node for ${process.platform}-${process.arch}, ` +
      `and this is Node ${process.versions.node}: install Node 24 and run the same command again.`,
  );
}
