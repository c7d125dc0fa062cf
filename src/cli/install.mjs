import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Installs the dependencies, unless the last complete install had the same lockfile. */
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
  // The environment may make npm omit packages that the build needs.
  const needed = ['--include=dev', '--include=optional'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', ['ci', ...needed, ...quiet], { cwd: root });
  if (code === 0) return;
  throw new Error(
    `The dependencies could not be installed: npm ci failed with exit code ${code}. ` +
      'See its messages above, check the network, and run the command again.',
  );
}

/** Most platforms get Node 24 as an optional dependency. On others it must be installed. */
function requireNode24(root) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 24 || existsSync(join(root, 'node_modules', '.bin', 'node'))) return;
  throw new Error(
    `There is no packaged Node for ${process.platform}-${process.arch}, ` +
      `and this is Node ${process.versions.node}: install Node 24 and run the command again.`,
  );
}
