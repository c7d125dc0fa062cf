import { closeSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Pages as Astro rendered them, found by a key that says all they depend on. */
export interface Rendered {
  /** What the last build that was saved kept or found under a key; it will be there again in the next. */
  find: (key: string) => Buffer | undefined;
  keep: (key: string, page: Buffer) => void;
  /** Makes what was found and kept all that the next build finds. */
  save: () => void;
}

/** Where a page is among the others, in bytes. */
type Place = [start: number, length: number];

/** The pages of the last build, as an open file with the places in it; nothing where either is lacking or cut off. */
function openBefore(
  pages: string,
  index: string,
): { file?: number; places: Record<string, Place> } {
  try {
    const places = JSON.parse(readFileSync(index, 'utf8')) as Record<string, Place>;
    return { file: openSync(pages, 'r'), places };
  } catch {
    return { places: {} };
  }
}

/**
 * Opens the pages kept in a folder: one file with all of them, as thousands of small ones take
 * longer to write than to render, and an index. A build that is not saved changes nothing there.
 */
export function openRendered(folder: string): Rendered {
  mkdirSync(folder, { recursive: true });
  const index = join(folder, 'pages.json');
  const known = join(folder, 'pages.html');
  const next = join(folder, 'pages-next.html');
  const before = openBefore(known, index);
  const target = openSync(next, 'w');
  const places: Record<string, Place> = {};
  let end = 0;

  function keep(key: string, page: Buffer): void {
    for (let done = 0; done < page.length;) done += writeSync(target, page, done);
    places[key] = [end, page.length];
    end += page.length;
  }

  return {
    find(key) {
      const place = before.places[key];
      if (before.file === undefined || !place) return undefined;
      const [start, length] = place;
      const page = Buffer.alloc(length);
      if (readSync(before.file, page, 0, length, start) < length) return undefined;
      keep(key, page);
      return page;
    },
    keep,
    save() {
      if (before.file !== undefined) closeSync(before.file);
      closeSync(target);
      // In this order nothing is found in the wrong file, wherever a build is cut off.
      rmSync(index, { force: true });
      renameSync(next, known);
      writeFileSync(index, JSON.stringify(places));
    },
  };
}
