import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Face } from './card.ts';
import { codePointsOf } from './woff2.ts';

const families: { name: Face; package: string; files: string }[] = [
  { name: 'Newsreader', package: 'newsreader', files: 'standard' },
  { name: 'Instrument Sans', package: 'instrument-sans', files: 'wght' },
];

/** A file of a family, with the code points that it is to draw: each is drawn by one file. */
export interface FontFile {
  family: Face;
  data: Buffer;
  points: Set<number>;
}

/** The fonts of the cards, for all scripts that their packages hold, Latin first. */
export function cardFonts(): FontFile[] {
  return families.flatMap(({ name, package: font, files }) =>
    scriptsOf(font, `${files}-normal`).map((file) => ({ family: name, ...file })),
  );
}

/** Where the package of a font lies. */
export function fontFolder(font: string): string {
  const require = createRequire(import.meta.url);
  return join(require.resolve(`@fontsource-variable/${font}/package.json`), '..');
}

/** The files of a font, one a script, Latin first; `files` names axes and style as the package does. */
export function scriptsOf(
  font: string,
  files: string,
): { script: string; data: Buffer; points: Set<number> }[] {
  const folder = fontFolder(font);
  const scripts = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as object;
  let drawn = new Set<number>();
  return Object.keys(scripts)
    .toReversed()
    .map((script) => {
      const data = readFileSync(join(folder, 'files', `${font}-${script}-${files}.woff2`));
      const points = codePointsOf(data).difference(drawn);
      drawn = drawn.union(points);
      return { script, data, points };
    });
}
