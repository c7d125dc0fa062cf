import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  kindOf,
  precacheManifest,
  type Release,
} from '../client/service-worker/precache-manifest.ts';
import { serveOffline } from '../client/service-worker/worker.ts';

function releaseOf(root: string, base: string): Release {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => relative(root, path).replaceAll(sep, '/'))
    // Files that configure hosts.
    .filter((path) => !/(?:^|\/)_(?:gone|headers|redirects)$|^sw\.js$/u.test(path))
    .toSorted();
  const files = paths.map((path) => ({ path, size: statSync(join(root, path)).size }));
  const { paths: precached, incomplete } = precacheManifest(files);
  // Other files count only by size: reading all is slow, and they come from the network anyway.
  const hash = createHash('sha256').update(JSON.stringify(files));
  for (const path of precached) {
    const file = /(?:^|\/)$/u.test(path) ? `${path}index.html` : path;
    hash.update(readFileSync(join(root, file)));
  }
  const version = hash.digest('hex').slice(0, 16);
  return { version, base, precached: precached.map((path) => encodeURI(base + path)), incomplete };
}

/** Writes the service worker for the site in a folder. */
export function writeWorker(root: string, base: string): void {
  const release = JSON.stringify(releaseOf(root, base));
  const code = `(${serveOffline.toString()})(self, ${release}, ${kindOf.toString()});\n`;
  writeFileSync(join(root, 'sw.js'), code);
}
