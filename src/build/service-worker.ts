import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  kindOf,
  precacheManifest,
  type Release,
} from '../client/service-worker/precache-manifest.ts';
import { serveOffline } from '../client/service-worker/worker.ts';
import { basePath } from '../environment.js';

function workerFile(release: Release): string {
  return `(${serveOffline.toString()})(self, ${JSON.stringify(release)}, ${kindOf.toString()});\n`;
}

function releaseOf(root: string, base: string): Release {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => relative(root, path).replaceAll(sep, '/'))
    // Configuration of hosts.
    .filter((path) => !/(?:^|\/)_(?:gone|headers|redirects)$|^sw\.js$/u.test(path))
    .toSorted();
  const files = paths.map((path) => ({ path, size: statSync(join(root, path)).size }));
  const { paths: precached, incomplete } = precacheManifest(files);
  // Other files count by size only: reading them all takes long, and they come from the network anyway.
  const hash = createHash('sha256').update(JSON.stringify(files));
  for (const path of precached) {
    const file = /(?:^|\/)$/u.test(path) ? `${path}index.html` : path;
    hash.update(readFileSync(join(root, file)));
  }
  const version = hash.digest('hex').slice(0, 16);
  return { version, base, precached: precached.map((path) => encodeURI(base + path)), incomplete };
}

/** Writes the service worker of the site that is built in a folder. */
export function writeWorker(root: string, base: string): void {
  writeFileSync(join(root, 'sw.js'), workerFile(releaseOf(root, base)));
}

/** Writes `sw.js` last, as it lists the other files. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeWorker(fileURLToPath(dir), basePath());
      },
    },
  };
}
