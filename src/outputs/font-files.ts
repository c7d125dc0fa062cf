import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';
import project from '../../package.json' with { type: 'json' };
import { UserError } from '../loader/diagnostic.ts';
import { memoize } from '../text/memoize.ts';
import type { FontRole, Theme } from './theme.ts';

const scope = '@fontsource-variable/';
const require = createRequire(import.meta.url);

/** Axis ranges of a variable font. */
type Axes = Record<string, readonly [min: number, max: number]>;

/** A style of one of the theme's fonts, such as the italic of the serif. */
export interface Cut {
  name: string;
  role: FontRole;
  style: 'normal' | 'italic';
  axes: Axes;
}

export interface FontFile {
  script: string;
  /** The name of the package and the script. */
  name: string;
  data: Buffer;
  /** Only the axes that the site uses. */
  axes: Axes;
}

/** A Fontsource package. */
export interface FontPackage {
  /** Without the scope. */
  name: string;
  folder: string;
  /** One per script, Latin first; empty if the font lacks the style. */
  files: (style: Cut['style']) => FontFile[];
}

const readPackage = memoize((name: string): FontPackage => {
  const folder = join(require.resolve(`${scope}${name}/package.json`), '..');
  const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { styles, variable } = readJson('metadata.json') as {
    styles: string[];
    variable: Record<string, Record<string, string>>;
  };
  const scripts = Object.keys(readJson('unicode.json') as object).toReversed();
  const axes = Object.fromEntries(
    Object.entries(variable)
      .filter(([axis]) => axis === 'opsz' || axis === 'wght')
      .map(([axis, { min, max }]) => [axis, [Number(min), Number(max)] as const]),
  );
  const files = memoize((style: Cut['style']) =>
    (styles.includes(style) ? scripts : []).map((script): FontFile => {
      // Scripts with many characters have numbered parts: `[4]` here, `4` in file names.
      const part = script.replace(/[[\]]/gu, '');
      const file = `${name}-${part}-${axes['opsz'] ? 'opsz' : 'wght'}-${style}.woff2`;
      const data = readFileSync(join(folder, 'files', file));
      return { script, name: `${name} ${script}`, data, axes };
    }),
  );
  return { name, folder, files };
});

/** Returns the package of the first font of a role. */
export function themeFont(theme: Theme, role: FontRole): FontPackage {
  const family = theme.family(role);
  const name = family
    .replace(/ Variable$/u, '')
    .replace(/ /gu, '-')
    .toLowerCase();
  try {
    return readPackage(name);
  } catch {
    throw new UserError(
      `src/theme.css: --font-${role}: the font ${family} is not installed. ` +
        `Run npm install --save-exact ${scope}${name}, or choose another Fontsource font.`,
    );
  }
}

/** Returns the installed fonts for other scripts, which the theme does not name. */
export function otherFonts(theme: Theme): FontPackage[] {
  const themeFonts = (['serif', 'sans'] as const).map((role) => themeFont(theme, role).name);
  return Object.keys(project.dependencies)
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length))
    .filter((name) => !themeFonts.includes(name))
    .map(readPackage);
}

/** Parses a font file, for its metrics and character map. */
export function parseFont(file: Buffer): Font {
  const font = create(file);
  if (font.isCollection) throw new Error('A font file contains several fonts.');
  return font;
}

/** Returns the code points that have a glyph. Reading a character map is slow. */
export const pointsOf = memoize(
  // 0xffff is the end mark of the map.
  ({ data }: FontFile) => new Set(parseFont(data).characterSet).difference(new Set([0xffff])),
  new WeakMap(),
);

/** Assigns each character of a text to the first file of a cut that has it. */
export function charactersByFile({ role, style }: Cut, theme: Theme, text: Iterable<string>) {
  let missing = new Set(Array.from(new Set(text), (character) => character.codePointAt(0)!));
  return themeFont(theme, role)
    .files(style)
    .map((file) => {
      const points = missing.intersection(pointsOf(file));
      missing = missing.difference(points);
      return { file, points };
    });
}

/** Reduces a font file to some characters and, as far as it has them, to the axes of a cut. */
export function subset(
  { data, axes }: FontFile,
  points: Set<number>,
  cut: Cut,
  options: { targetFormat: 'woff2' | 'sfnt'; keepFeatures?: string[] },
): Promise<Buffer> {
  const narrowed = Object.entries(cut.axes).flatMap(([axis, ends]) => {
    const range = axes[axis];
    if (!range) return [];
    const [min, max] = ends.map((end) => Math.min(Math.max(end, range[0]), range[1]));
    return [[axis, { min: min!, max: max! }] as const];
  });
  const variationAxes = Object.fromEntries(narrowed);
  return subsetFont(data, String.fromCodePoint(...points), { ...options, variationAxes });
}

/** Returns the `@font-face` rule of a file with some characters. */
export function fontFace(
  family: string,
  { style }: Cut,
  points: Iterable<number>,
  descriptors: string,
): string {
  const range = unicodeRange([...points]);
  return `@font-face{font-family:"${family}";font-style:${style};${descriptors};unicode-range:${range}}`;
}

function unicodeRange(points: number[]): string {
  const hex = (point: number) => point.toString(16);
  const runs: [number, number][] = [];
  for (const point of points.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',');
}
