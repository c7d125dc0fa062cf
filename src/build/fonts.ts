import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { AstroIntegration } from 'astro';
import type { Nodes } from 'mdast';
import subsetFont from 'subset-font';
import { plainText } from '../collection/plain-text.ts';
import { loadContent } from '../content.ts';
import type { LoadResult } from '../loader/load.ts';
import { words } from '../i18n/words.ts';
import { indexLetter } from '../text/index-order.ts';
import { inQuotationMarks, typeset, typesetQuote } from '../text/typography.ts';
import { quotationMarksCss } from './quotation-marks.ts';
import { fallbackFaces, fontTokens } from './font-fallbacks.ts';
import { fontFiles, type FontPackage, pinAxes, themeFont } from '../outputs/font-files.ts';
import { type FontRole, readTheme } from '../outputs/theme.ts';

// V8 optimizes WebAssembly that has run for long. Below 1e8 (to 2e9 it makes no difference, the
// default is 1.3e7) this takes 0.3 s for five files, more than it saves.
setFlagsFromString('--wasm-tiering-budget=100000000');

interface Cut {
  name: string;
  role: FontRole;
  style: 'normal' | 'italic';
  weight: string;
  axes: Parameters<typeof pinAxes>[1];
}

// One weight with all optical sizes.
const cuts: Cut[] = [
  { name: 'serif', role: 'serif', style: 'normal', weight: '400', axes: { wght: 400 } },
  {
    name: 'serif-italic',
    role: 'serif',
    style: 'italic',
    weight: '400',
    axes: { wght: 400, opsz: 28 },
  },
  { name: 'sans', role: 'sans', style: 'normal', weight: '400 500', axes: { wght: [400, 500] } },
];

/** Characters that pages set beside those of texts. */
const signs = '#0123456789 \u00A0.,:/·…—“”‘’←↑→↓↵';

/** The features that browsers apply by default; others would add four more glyphs for each digit. */
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

/** The text of a quote or of a page of one's own, all of it or only the emphasised. */
function textOf(nodes: Nodes[], italic: boolean, inside = !italic): string {
  return nodes
    .map((node): string => {
      if ('children' in node)
        return textOf(node.children, italic, inside || node.type === 'emphasis');
      return inside && 'value' in node ? node.value : '';
    })
    .join('');
}

/** The characters that the pages of a collection set, upright and in italics. */
export function charactersOf({
  about,
  entries,
  ownPages,
}: Pick<Required<LoadResult>, 'about' | 'entries' | 'ownPages'>): {
  upright: string;
  italic: string;
} {
  const { t, allText } = words(about);
  const set = (text: string) => text + typeset(text, about.lang);
  const texts = entries.map(({ text, lang = about.lang }) =>
    inQuotationMarks(text + typesetQuote(text, lang), lang),
  );
  const labels = entries.flatMap(({ theme, source, person, locator }) => [
    theme ?? '',
    source ?? '',
    person ?? '',
    locator ?? '',
  ]);
  const titles = [
    about.title,
    about.person ?? '',
    plainText(about.introduction),
    ...about.parts.map((p) => p.title),
    ...about.subjects.map((s) => s.term),
    ...ownPages.flatMap(({ title, blocks }) => [title, textOf(blocks, false)]),
  ];
  // The headings of an index are upper case.
  const letters = [...labels, ...titles].map((label) => indexLetter(label, about.lang));
  const emphasised = textOf(
    [
      ...entries.flatMap(({ paragraphs }) => paragraphs.flat()),
      ...ownPages.flatMap(({ blocks }) => blocks),
    ],
    true,
  );
  return {
    upright: signs + allText + [...texts, ...[...labels, ...titles].map(set), ...letters].join(''),
    italic: `0123456789${t('index.seeAlso')}${set(emphasised)}`,
  };
}

interface Face {
  name: string;
  css: string;
  data: Buffer;
  subset: () => Promise<Buffer>;
}

/** One file for the characters of the collection, one for other Latin that a reader may type. */
function facesOf(cut: Cut, font: FontPackage, text: string, latin: number[]): Face[] {
  if (cut.style === 'italic' && !font.hasItalic) return [];
  const used = new Set(Array.from(text, (character) => character.codePointAt(0)!));
  return fontFiles(font, cut.style).flatMap(({ script, data, own }) => {
    const face = (suffix: string, points: Set<number>, range = [...points]): Face => {
      const name = `${cut.name}${suffix}`;
      const css = [
        '@font-face{',
        `font-family:"${readTheme().family(cut.role)}";font-style:${cut.style};font-weight:${cut.weight};`,
        `font-display:swap;src:url(./${name}.woff2) format("woff2");`,
        `unicode-range:${unicodeRange(range)}}`,
      ].join('');
      const subset = () =>
        subsetFont(data, String.fromCodePoint(...points), {
          targetFormat: 'woff2',
          keepFeatures: features,
          variationAxes: pinAxes(font, cut.axes),
        });
      return { name, css, data, subset };
    };
    const set = own.intersection(used);
    // Of two faces with a character the later is taken, so the range of the rest may be the whole,
    // and the same for all fonts.
    const hasRest = script === 'latin' && cut.style === 'normal';
    return [
      ...(hasRest ? [face('-rest', own.difference(used), latin)] : []),
      ...(set.size > 0 ? [face(script === 'latin' ? '' : `-${script}`, set)] : []),
    ];
  });
}

async function writeFaces(cache: string): Promise<string> {
  const content = loadContent();
  const { lang } = content.about;
  const parts = content.about.parts.length;
  const marks = quotationMarksCss([lang, ...content.entries.map((entry) => entry.lang ?? lang)]);
  const { upright, italic } = charactersOf(content);
  const theme = readTheme();
  const [serifLatin, sansLatin] = (['serif', 'sans'] as const).map((role) => {
    const files = fontFiles(themeFont(theme, role), 'normal');
    return files.find(({ script }) => script === 'latin')!.points;
  });
  const latin = [...serifLatin!.union(sansLatin!)];
  const faces = cuts.flatMap((cut) =>
    facesOf(cut, themeFont(theme, cut.role), cut.style === 'italic' ? italic : upright, latin),
  );
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  const styles = [
    parts > 0 ? `@source inline('part-{1..${parts}}');` : '',
    marks,
    fontTokens(theme),
    ...faces.map(({ css }) => css),
    await fallbackFaces(theme),
  ].join('\n');
  hash.update(styles);
  for (const { data } of faces) hash.update(data);
  const folder = join(cache, hash.digest('hex').slice(0, 16));
  const stylesheet = join(folder, 'fonts.css');
  if (existsSync(stylesheet)) return folder;

  mkdirSync(folder, { recursive: true });
  for (const { name, subset } of faces) {
    writeFileSync(join(folder, `${name}.woff2`), await subset());
  }
  // Last, so that an interrupted build starts again.
  writeFileSync(stylesheet, `${styles}\n`);
  return folder;
}

/**
 * Subsets the fonts to the characters of the collection, as `#fonts/fonts.css` (with the quotation
 * marks of its languages and, for Tailwind, the classes of its parts) and `#fonts/NAME.woff2`. The
 * files are cached by a hash of their inputs.
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
