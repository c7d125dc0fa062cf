import subsetFont from 'subset-font';
import {
  fontFiles,
  type FontPackage,
  parseFont,
  pinAxes,
  themeFont,
} from '../outputs/font-files.ts';
import type { Theme } from '../outputs/theme.ts';

/** Fonts of one design that readers have, by the names that systems give them. */
interface Local {
  names: string[];
  /** Width of the sample in ems. */
  width: number;
}

interface Metrics {
  /** In ems: width of the sample, height above and depth below the line. */
  width: number;
  ascent: number;
  descent: number;
}

/** Running text, as frequent letters count more; article 1 of the Declaration of Human Rights. */
const sample =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason ' +
  'and conscience and should act towards one another in a spirit of brotherhood.';

// Widths of a to z, space, full stop and the capitals of the sample, in thousandths of an em.
const letters = 'abcdefghijklmnopqrstuvwxyz .AT';
const times = [
  444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 250, 250, 722, 611,
];
const timesItalic = [
  500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389,
  278, 500, 444, 667, 444, 444, 389, 250, 250, 611, 556,
];
const arial = [
  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 278, 278, 667, 611,
];

/**
 * What kerning takes from the sum of widths, beyond what it takes from the fallback's: measured on
 * the first collection in Newsreader and Instrument Sans, where it is the same at all sizes.
 */
const KERNING = { serif: 0.985, sans: 0.995 };

function widthIn(widths: number[]): number {
  const thousandths = Array.from(sample, (letter) => widths[letters.indexOf(letter)]!);
  return thousandths.reduce((sum, width) => sum + width) / 1000;
}

// What desktops and phones have; of two with the same metrics in turn the last that is there counts.
const serifs: Local[] = [
  // Android: 1.187 times as wide as Times, measured on the first collection.
  { names: ['Noto Serif'], width: widthIn(times) * 1.187 },
  { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: widthIn(times) },
];
const italics: Local[] = [
  {
    names: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
    width: widthIn(timesItalic),
  },
];
const sanses: Local[] = [
  // Android: 0.987 times as wide as Arial, measured alike.
  { names: ['Roboto'], width: widthIn(arial) * 0.987 },
  { names: ['Arial', 'Liberation Sans', 'Arimo'], width: widthIn(arial) },
];

/** Font sizes in pixels with a fallback of their own: optical sizes of a serif differ in width. */
export const fallbackSizes = [22, 28, 36, 50, 68] as const;

/** The fallback's name for a size, or for labels. */
export const fallbackName = (size?: number): string => (size ? `Serif ${size}` : 'Sans Fallback');

async function metricsOf(
  font: FontPackage,
  style: 'normal' | 'italic',
  axes: Parameters<typeof pinAxes>[1],
): Promise<Metrics> {
  const latin = fontFiles(font, style).find(({ script }) => script === 'latin')!;
  const pinned = parseFont(
    await subsetFont(latin.data, letters, {
      targetFormat: 'sfnt',
      variationAxes: pinAxes(font, axes),
    }),
  );
  const { ascent, descent, unitsPerEm } = pinned;
  const advances = pinned
    .glyphsForString(sample)
    .map(({ advanceWidth }) => advanceWidth / unitsPerEm);
  return {
    width: advances.reduce((sum, advance) => sum + advance),
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function faces(
  family: string,
  style: string,
  weight: string,
  ours: Metrics,
  locals: Local[],
  kerning = 1,
): string[] {
  return locals.map(({ names, width }) => {
    const ratio = (ours.width * kerning) / width;
    return [
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};`,
      `src:${names.map((name) => `local("${name}")`).join(',')};`,
      `size-adjust:${percent(ratio)};ascent-override:${percent(ours.ascent / ratio)};`,
      `descent-override:${percent(ours.descent / ratio)};line-gap-override:0%}`,
    ].join('');
  });
}

/**
 * Faces of the reader's own fonts with the widths and heights of those to come, so that nothing
 * moves when they arrive.
 */
export async function fallbackFaces(theme: Theme): Promise<string> {
  const serif = themeFont(theme, 'serif');
  const sans = themeFont(theme, 'sans');
  const css: string[] = [];
  for (const size of fallbackSizes) {
    const upright = await metricsOf(serif, 'normal', { wght: 400, opsz: size });
    css.push(...faces(fallbackName(size), 'normal', '400', upright, serifs, KERNING.serif));
    if (!serif.hasItalic) continue;
    const italic = await metricsOf(serif, 'italic', { wght: 400, opsz: 28 });
    css.push(...faces(fallbackName(size), 'italic', '400', italic, italics));
  }
  for (const weight of [400, 500]) {
    const label = await metricsOf(sans, 'normal', { wght: weight });
    css.push(...faces(fallbackName(), 'normal', String(weight), label, sanses, KERNING.sans));
  }
  return css.join('\n');
}
