import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { parseOutputs } from '../outputs/selection.ts';

const manifests = /^(?:package.*\.json|astro\.config\.\w+)$/u;

type Made = Pick<AstroConfig, 'root' | 'srcDir' | 'outDir' | 'site' | 'base'> & {
  build: Pick<AstroConfig['build'], 'assets'>;
};

/**
 * A hash of all that pages are made of beside the quotes: the sources of the project, the versions
 * it asks for, its settings, and the names of the files that pages load, which follow their content.
 */
export function fingerprint({ root, srcDir, outDir, build, site, base }: Made): string {
  const digest = createHash('sha256');
  const settings = [site, base, ...parseOutputs(process.env['OUTPUTS'])];
  digest.update(JSON.stringify(settings));
  const add = (folder: string, names: string[]) => {
    for (const name of names.toSorted()) {
      digest.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
    }
  };
  const [project, sources] = [fileURLToPath(root), fileURLToPath(srcDir)];
  add(
    project,
    readdirSync(project).filter((name) => manifests.test(name)),
  );
  const entries = readdirSync(sources, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  add(
    sources,
    files.map(({ parentPath, name }) => relative(sources, join(parentPath, name))),
  );
  digest.update(
    readdirSync(new URL(`${build.assets}/`, outDir))
      .toSorted()
      .join(),
  );
  return digest.digest('base64url');
}
