import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import project from '../../../package.json' with { type: 'json' };
import type { Face } from './card.ts';
import { codePointsOf } from '../font-coverage.ts';

const scope = '@fontsource-variable/';
const own = { Newsreader: 'newsreader', 'Instrument Sans': 'instrument-sans' } as const;

/** The fonts that draw what those of the site lack: every other one that the project has installed. */
const others = Object.keys(project.dependencies)
  .filter((name) => name.startsWith(scope))
  .map((name) => name.slice(scope.length))
  .filter((font) => !Object.values<string>(own).includes(font));

/** A file of a font, by the name of its own under which it is registered. */
export interface FontFile {
  name: string;
  data: Buffer;
  points: Set<number>;
}

/** The fonts of each face, for all scripts that their packages hold, Latin first. */
export function cardFonts(): Record<Face, FontFile[]> {
  return {
    Newsreader: [own.Newsreader, ...others].flatMap(filesOf),
    'Instrument Sans': filesOf(own['Instrument Sans']),
  };
}

function filesOf(font: string): FontFile[] {
  const hasSizes = existsSync(join(fontFolder(font), 'opsz.css'));
  return scriptsOf(font, hasSizes ? 'opsz-normal' : 'wght-normal').map(({ script, data }) => ({
    name: `${font} ${script}`,
    data,
    points: codePointsOf(data),
  }));
}

/** Where the package of a font lies. */
export function fontFolder(font: string): string {
  const require = createRequire(import.meta.url);
  return join(require.resolve(`${scope}${font}/package.json`), '..');
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
      // Scripts of many characters come in numbered files.
      const part = script.replace(/[[\]]/gu, '');
      const data = readFileSync(join(folder, 'files', `${font}-${part}-${files}.woff2`));
      const points = codePointsOf(data).difference(drawn);
      drawn = drawn.union(points);
      return { script, data, points };
    });
}
