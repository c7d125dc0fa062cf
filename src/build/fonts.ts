import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { plainText } from '../collection/plain-text.ts';
import { contentDir } from '../loader/content-dir.ts';
import type { Inline, Paragraph } from '../collection/model.ts';
import { cachedCollection } from '../loader/collection-cache.ts';
import { typeset } from '../text/typography.ts';
import { codePointsOf } from '../outputs/font-coverage.ts';

type Axes = Record<string, number | { min: number; max: number }>;

interface Family {
  family: string;
  /** Package of the font, without its scope. */
  package: string;
  style: 'normal' | 'italic';
  /** The axes that its files carry, as the package names them. */
  files: string;
  weight: string;
  axes: Axes;
}

const newsreader = {
  family: 'Newsreader',
  package: 'newsreader',
  files: 'standard',
  weight: '400',
} as const;

// One weight, optical sizes kept: what makes a title fine and a caption sturdy is the size alone.
const families = {
  newsreader: { ...newsreader, style: 'normal', axes: { wght: 400 } },
  'newsreader-italic': { ...newsreader, style: 'italic', axes: { wght: 400, opsz: 28 } },
  instrument: {
    family: 'Instrument Sans',
    package: 'instrument-sans',
    files: 'wght',
    style: 'normal',
    weight: '400 500',
    axes: { wght: { min: 400, max: 500 } },
  },
} satisfies Record<string, Family>;

/** The characters of the interface's own words, beside those of the collection. */
const interfaceText = 'abcdefghijklmnopqrstuvwxyz0123456789 \u00A0ACDEFLMNPQRSTYZ.,:?·…—“”‘’←↑→↓↵';

/** What browsers apply unasked; the others would bring along each digit five times. */
const features = [
  'calt',
  'ccmp',
  'clig',
  'curs',
  'kern',
  'liga',
  'locl',
  'mark',
  'mkmk',
  'rclt',
  'rlig',
  'rvrn',
];

const require = createRequire(import.meta.url);

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

function emphasised(inlines: Inline[], inside = false): string {
  return inlines
    .map((inline): string => {
      if ('children' in inline) {
        return emphasised(inline.children, inside || inline.type === 'emphasis');
      }
      return inside && 'value' in inline ? inline.value : '';
    })
    .join('');
}

/** Every character that the pages of a content folder set, upright and in italics. */
function charactersOf(folder: string): { upright: string; italic: string } {
  const { about, entries } = cachedCollection(folder);
  const paragraphs: Paragraph[] = entries.flatMap((entry) => entry.paragraphs);
  const labels = entries.flatMap(({ theme, source, person, locator }) => [
    theme,
    source,
    person ?? '',
    locator ?? '',
  ]);
  const titles = [
    about.title,
    about.person,
    plainText(about.introduction),
    ...about.parts.map((p) => p.title),
    ...about.subjects.map((s) => s.term),
  ];
  const text = [...entries.map((entry) => entry.text), ...labels, ...titles].join('\n');
  return {
    upright: interfaceText + text + typeset(text, about.lang),
    italic: `0123456789see also${emphasised(paragraphs.flat())}`,
  };
}

interface Face {
  name: string;
  family: Family;
  source: string;
  points: number[];
}

/** One file for what the collection sets, one for the rest of Latin that a reader may type. */
function facesOf(name: string, family: Family, text: string): Face[] {
  const folder = join(require.resolve(`@fontsource-variable/${family.package}/package.json`), '..');
  const scripts = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as object;
  const used = new Set(Array.from(new Set(text), (character) => character.codePointAt(0)!));
  const claimed = new Set<number>();
  // Latin first: what it has, no other file is asked for.
  return Object.keys(scripts)
    .toSorted((a, b) => Number(b === 'latin') - Number(a === 'latin'))
    .flatMap((script) => {
      const file = `${family.package}-${script}-${family.files}-${family.style}.woff2`;
      const source = join(folder, 'files', file);
      const points = [...codePointsOf(readFileSync(source))].filter((point) => !claimed.has(point));
      for (const point of points) claimed.add(point);
      const own = points.filter((point) => used.has(point));
      const rest = points.filter((point) => !used.has(point));
      const suffix = script === 'latin' ? '' : `-${script}`;
      const faces: Face[] = [];
      if (own.length > 0) faces.push({ name: `${name}${suffix}`, family, source, points: own });
      if (script === 'latin' && family.style === 'normal') {
        faces.push({ name: `${name}-rest`, family, source, points: rest });
      }
      return faces;
    });
}

function cssOf({ name, family, points }: Face): string {
  return [
    '@font-face{',
    `font-family:"${family.family}";font-style:${family.style};font-weight:${family.weight};`,
    `font-display:optional;src:url(./${name}.woff2) format("woff2");`,
    `unicode-range:${unicodeRange(points)}}`,
  ].join('');
}

async function writeFaces(cache: string): Promise<string> {
  const { upright, italic } = charactersOf(contentDir());
  const faces = Object.entries(families).flatMap(([name, family]) =>
    facesOf(name, family, family.style === 'italic' ? italic : upright),
  );
  const recipe = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const { source, points } of faces) recipe.update(readFileSync(source)).update(points.join());
  const folder = join(cache, recipe.digest('hex').slice(0, 16));
  const stylesheet = join(folder, 'fonts.css');
  if (existsSync(stylesheet)) return folder;

  mkdirSync(folder, { recursive: true });
  for (const { name, family, source, points } of faces) {
    const subset = await subsetFont(readFileSync(source), String.fromCodePoint(...points), {
      targetFormat: 'woff2',
      keepFeatures: features,
      variationAxes: family.axes,
    });
    writeFileSync(join(folder, `${name}.woff2`), subset);
  }
  // Last, so that a build that was cut off begins again.
  writeFileSync(stylesheet, `${faces.map(cssOf).join('\n')}\n`);
  return folder;
}

/**
 * Cuts the fonts down to the characters that the collection uses, as `#fonts/fonts.css` and
 * `#fonts/NAME.woff2`. The files are kept by content, so an unchanged collection cuts nothing.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const folder = await writeFaces(fileURLToPath(new URL('./fonts/', config.cacheDir)));
        updateConfig({ vite: { resolve: { alias: { '#fonts': folder } } } });
      },
    },
  };
}
