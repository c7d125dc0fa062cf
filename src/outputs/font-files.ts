import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import project from '../../package.json' with { type: 'json' };
import { UserError } from '../loader/diagnostic.ts';
import type { FontRole, Theme } from './theme.ts';

const scope = '@fontsource-variable/';
const require = createRequire(import.meta.url);

/** A font package of Fontsource. */
export interface FontPackage {
  /** Without its scope. */
  name: string;
  family: string;
  folder: string;
  /** The ranges of the axes that the site uses. */
  axes: Record<string, { min: number; max: number }>;
  hasItalic: boolean;
}

/** A file of a font; its character map is read when it is first asked for, as that takes long. */
export class FontFile {
  readonly script: string;
  /** The package of the font and the script. */
  readonly name: string;
  readonly data: Buffer;
  readonly #earlier: FontFile[];
  #points: Set<number> | undefined;

  constructor(font: string, script: string, data: Buffer, earlier: FontFile[]) {
    this.script = script;
    this.name = `${font} ${script}`;
    this.data = data;
    this.#earlier = earlier;
  }

  /** Code points with a glyph. */
  get points(): Set<number> {
    // 0xffff is the end mark of a character map.
    this.#points ??= new Set(parseFont(this.data).characterSet).difference(new Set([0xffff]));
    return this.#points;
  }

  /** Code points that no earlier file of the font has. */
  get own(): Set<number> {
    return this.#earlier.reduce((own, { points }) => own.difference(points), this.points);
  }
}

function readPackage(name: string): FontPackage {
  const folder = join(require.resolve(`${scope}${name}/package.json`), '..');
  const { family, styles, variable } = JSON.parse(
    readFileSync(join(folder, 'metadata.json'), 'utf8'),
  ) as { family: string; styles: string[]; variable: Record<string, Record<string, string>> };
  const axes = Object.entries(variable)
    .filter(([axis]) => axis === 'opsz' || axis === 'wght')
    .map(([axis, { min, max }]) => [axis, { min: Number(min), max: Number(max) }] as const);
  return {
    name,
    family,
    folder,
    axes: Object.fromEntries(axes),
    hasItalic: styles.includes('italic'),
  };
}

/** The package of the first font of a role. */
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
        `Run npm install --save-exact ${scope}${name}, or name another font of Fontsource.`,
    );
  }
}

/** The installed fonts of other scripts, beside those of the theme. */
export function otherFonts(theme: Theme): FontPackage[] {
  const own = (['serif', 'sans'] as const).map((role) => themeFont(theme, role).name);
  return Object.keys(project.dependencies)
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length))
    .filter((name) => !own.includes(name))
    .map(readPackage);
}

/** A font file as an object with its metrics and character map. */
export function parseFont(file: Buffer): Font {
  const font = create(file);
  if (font.isCollection) throw new Error('A font file contains several fonts.');
  return font;
}

const known = new Map<string, FontFile[]>();

/** The files of a font, one for each script, Latin first. */
export function fontFiles(font: FontPackage, style: 'normal' | 'italic'): FontFile[] {
  const key = `${font.name} ${style}`;
  const files = known.get(key) ?? readFiles(font, style);
  known.set(key, files);
  return files;
}

function readFiles({ name, folder, axes }: FontPackage, style: 'normal' | 'italic'): FontFile[] {
  const scripts = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as object;
  const files: FontFile[] = [];
  for (const script of Object.keys(scripts).toReversed()) {
    // Scripts with many characters have numbered files.
    const part = script.replace(/[[\]]/gu, '');
    const file = `${name}-${part}-${axes['opsz'] ? 'opsz' : 'wght'}-${style}.woff2`;
    files.push(new FontFile(name, script, readFileSync(join(folder, 'files', file)), [...files]));
  }
  return files;
}

/** The settings of those axes that a font has, clamped to its ranges. */
export function pinAxes(
  { axes }: FontPackage,
  wanted: Record<string, number | [min: number, max: number]>,
): Record<string, number | { min: number; max: number }> {
  const clamp = (value: number, { min, max }: { min: number; max: number }) =>
    Math.min(Math.max(value, min), max);
  const pinned = Object.entries(wanted).flatMap(([axis, value]) => {
    const range = axes[axis];
    if (!range) return [];
    if (typeof value === 'number') return [[axis, clamp(value, range)] as const];
    const [min, max] = value.map((end) => clamp(end, range)) as [number, number];
    return [[axis, min === max ? min : { min, max }] as const];
  });
  return Object.fromEntries(pinned);
}
