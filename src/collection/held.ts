import { requireCollection } from './read.ts';

type Sound = ReturnType<typeof requireCollection>;

// One build meets this module twice: as it is, and bundled by Astro with what asks for content.
const key = Symbol.for('quote-browser.readings');
const run = globalThis as { [key]?: Map<string, Sound> };
const readings = (run[key] ??= new Map<string, Sound>());

/**
 * The reading of a folder that must be sound, read once in a run however often it is asked for;
 * throws a ContentError that lists every problem. `anew` reads it again, as files may have changed.
 */
export function heldCollection(folder: string, { anew = false } = {}): Sound {
  const held = anew ? undefined : readings.get(folder);
  const reading = held ?? requireCollection(folder);
  readings.set(folder, reading);
  return reading;
}
