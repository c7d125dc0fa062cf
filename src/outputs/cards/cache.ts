import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Picture = Buffer<ArrayBuffer>;

/**
 * A picture by everything that shapes it: drawn once, then read from the folder. What no build
 * asks for any more stays until the folder is deleted.
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
  // Renamed when it is whole, so that a build that was cut off leaves no half picture.
  const half = `${path}.${process.pid}`;
  writeFileSync(half, picture);
  renameSync(half, path);
  return picture;
}
