import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Picture = Buffer<ArrayBuffer>;

/**
 * A picture from the cache folder, or a new one. The key is a hash of all inputs; unused files stay
 * until the folder is deleted.
 */
export async function cached(
  folder: string,
  cacheInputs: unknown,
  draw: () => Promise<Picture>,
): Promise<Picture> {
  const key = createHash('sha256').update(JSON.stringify(cacheInputs)).digest('hex').slice(0, 32);
  const path = join(folder, `${key}.png`);
  if (existsSync(path)) return readFileSync(path);
  const picture = await draw();
  mkdirSync(folder, { recursive: true });
  // Renamed when complete, so that an interrupted build leaves no partial file.
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, picture);
  renameSync(partial, path);
  return picture;
}
