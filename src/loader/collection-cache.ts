import { loadCollectionOrThrow } from './load.ts';

type ValidCollection = ReturnType<typeof loadCollectionOrThrow>;

// One build meets this module twice: as it is, and bundled by Astro with what asks for content.
const key = Symbol.for('quote-browser.readings');
const run = globalThis as { [key]?: Map<string, ValidCollection> };
const readings = (run[key] ??= new Map<string, ValidCollection>());

/**
 * The reading of a folder that must be sound, read once in a run however often it is asked for;
 * throws a ContentError that lists every problem. `anew` reads it again, as files may have changed.
 */
export function cachedCollection(folder: string, { anew = false } = {}): ValidCollection {
  const held = anew ? undefined : readings.get(folder);
  const reading = held ?? loadCollectionOrThrow(folder);
  readings.set(folder, reading);
  return reading;
}
