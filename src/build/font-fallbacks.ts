import subsetFont from 'subset-font';
import { fontFiles, type FontPackage, parseFont, themeFont } from '../outputs/font-files.ts';
import type { FontRole, Theme } from '../outputs/theme.ts';

/** Installed fonts of one design, by their names on different systems. */
interface Local {
  names: string[];
  /** Widths of the letters in thousandths of an em. */
  thousandths: number[];
  /** How much wider the design is than these. */
  scale?: number;
}

interface Metrics {
  /** In ems: widths of the letters, height above and depth below the line. */
  widths: number[];
  ascent: number;
  descent: number;
}

/** The text measured for a collection without Latin letters: article 1 of the Declaration of Human Rights. */
const declaration =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason ' +
  'and conscience and should act towards one another in a spirit of brotherhood.';

// Widths of a to z, space, full stop and two capitals, in thousandths of an em.
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
 * What the widths of letters leave out, measured on the pages of the first collection in Newsreader
 * and Instrument Sans: kerning, beyond that of the fallback, and the other letters of labels, which
 * alone are of medium weight.
 */
const CORRECTION = {
  serif: 0.9885,
  quote: 0.993,
  title: 0.9885,
  sans: { 400: 0.995, 500: 1.005 },
};

/** How often each of the letters occurs in a text. */
function frequenciesIn(text: string): number[] {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return Array.from(letters, (letter) => counts.get(letter) ?? 0);
}

const widthOf = (frequencies: number[], widths: number[]): number =>
  frequencies.reduce((sum, times, letter) => sum + times * widths[letter]!, 0);

// Fonts of desktops and phones; the last one that is installed is used.
const serifs: Local[] = [
  // Android: 1.187 times as wide as Times, measured on the first collection.
  { names: ['Noto Serif'], thousandths: times, scale: 1.187 },
  { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], thousandths: times },
];
const italics: Local[] = [
  {
    names: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
    thousandths: timesItalic,
  },
];
const sanses: Local[] = [
  // Android: 0.987 times as wide as Arial, measured alike.
  { names: ['Roboto'], thousandths: arial, scale: 0.987 },
  { names: ['Arial', 'Liberation Sans', 'Arimo'], thousandths: arial },
];

/** From here on a screen is wide: `--breakpoint-wide` of the theme. */
const WIDE = '@media(width>=52rem)';

/**
 * The optical sizes of the serif, on a narrow screen and on a wide one. They are pinned, as letters
 * grow wider with them (Newsreader's by 0.2 % a pixel) and a fallback fits one of them only. Each is
 * in the middle of the sizes in pixels at which its text is set; running text is nearly of one size.
 */
const opticalSizes = { quote: [24, 32], title: [36, 64] } as const;
const TEXT_SIZE = 20;

const uses = ['quote', 'title'] as const;
// Chromium refuses a face whose name begins with a generic one, such as serif, without quotes.
const fallbackOf = { serif: 'Text Fallback', quote: 'Quote Fallback', title: 'Title Fallback' };
const SANS_FALLBACK = 'Sans Fallback';

/** Returns a function for the metrics of a font at a point of its axes. */
async function readMetrics(
  font: FontPackage,
  style: 'normal' | 'italic',
): Promise<(axes: Record<string, number>) => Metrics> {
  const latin = fontFiles(font, style).find(({ script }) => script === 'latin')!;
  const variable = parseFont(await subsetFont(latin.data, letters, { targetFormat: 'sfnt' }));
  const { ascent, descent, unitsPerEm } = variable;
  return (axes) => ({
    widths: variable
      .getVariation(axes)
      .glyphsForString(letters)
      .map(({ advanceWidth }) => Math.round(advanceWidth) / unitsPerEm),
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
  });
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The fonts of the theme, each with its fallbacks behind it, as tokens of Tailwind. */
export function fontTokens(theme: Theme): string {
  const stack = (role: FontRole, fallback: string) => {
    const [first, ...others] = theme.stack(role).split(',');
    return [first, ` '${fallback}'`, ...others].join();
  };
  const pinned = (at: 0 | 1) =>
    uses.map((use) => `--font-${use}--font-variation-settings:"opsz" ${opticalSizes[use][at]};`);
  return [
    '@theme{',
    `--font-serif:${stack('serif', fallbackOf.serif)};`,
    ...uses.map((use) => `--font-${use}:${stack('serif', fallbackOf[use])};`),
    ...pinned(0),
    `--font-sans:${stack('sans', SANS_FALLBACK)}}`,
    `${WIDE}{:root{${pinned(1).join('')}}}`,
  ].join('');
}

/**
 * Faces of the reader's own fonts with the widths and heights of those to come, so that nothing
 * moves when they arrive: widths are those of the collection's own text.
 */
export async function fallbackFaces(theme: Theme, text: string): Promise<string> {
  const serif = themeFont(theme, 'serif');
  const sans = themeFont(theme, 'sans');
  const own = frequenciesIn(text);
  const isLatin = own.reduce((sum, times) => sum + times) > declaration.length;
  const frequencies = isLatin ? own : frequenciesIn(declaration);

  const faces = (
    family: string,
    style: string,
    weight: number,
    { widths, ascent, descent }: Metrics,
    locals: Local[],
    correction = 1,
  ): string =>
    locals
      .map(({ names, thousandths, scale = 1 }) => {
        const local = (widthOf(frequencies, thousandths) / 1000) * scale;
        const ratio = (widthOf(frequencies, widths) * correction) / local;
        return [
          `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};`,
          `src:${names.map((name) => `local("${name}")`).join(',')};`,
          `size-adjust:${percent(ratio)};ascent-override:${percent(ascent / ratio)};`,
          `descent-override:${percent(descent / ratio)};line-gap-override:0%}`,
        ].join('');
      })
      .join('\n');

  const upright = await readMetrics(serif, 'normal');
  const serifFaces = (use: keyof typeof fallbackOf, opsz: number): string =>
    faces(fallbackOf[use], 'normal', 400, upright({ wght: 400, opsz }), serifs, CORRECTION[use]);
  const css = [serifFaces('serif', TEXT_SIZE)];
  for (const use of uses) {
    const [narrow, wide] = opticalSizes[use];
    css.push(serifFaces(use, narrow), `${WIDE}{${serifFaces(use, wide)}}`);
  }
  if (serif.hasItalic) {
    const italic = (await readMetrics(serif, 'italic'))({ wght: 400, opsz: 28 });
    css.push(...Object.values(fallbackOf).map((use) => faces(use, 'italic', 400, italic, italics)));
  }
  const label = await readMetrics(sans, 'normal');
  for (const wght of [400, 500] as const) {
    css.push(faces(SANS_FALLBACK, 'normal', wght, label({ wght }), sanses, CORRECTION.sans[wght]));
  }
  return css.join('\n');
}
