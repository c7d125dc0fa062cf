import subsetFont from 'subset-font';
import { type FontPackage, parseFont, themeFont } from '../outputs/font-files.ts';
import type { FontRole, Theme } from '../outputs/theme.ts';

/** Metric-compatible installed fonts, by their names on different systems. */
interface Local {
  names: string[];
  /** The average width of a character of the sample, in ems. */
  width: number;
}

/** In ems; `width` is the average over the sample. */
interface Metrics {
  width: number;
  ascent: number;
  descent: number;
}

/** The text for comparing widths: article 1 of the Universal Declaration of Human Rights. */
const sample =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason ' +
  'and conscience and should act towards one another in a spirit of brotherhood.';

// Fonts of phones (Android) and desktops; the last one that is installed is used. With these
// widths, Chromium breaks lines as in Newsreader and Instrument Sans. They differ by -0.5 to 1.7 %
// from the measured widths, which ignore kerning and the share of capitals.
const serifs: Local[] = [
  { names: ['Noto Serif'], width: 0.489 },
  { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.412 },
];
const sanses: Local[] = [
  { names: ['Roboto'], width: 0.4402 },
  { names: ['Arial', 'Liberation Sans', 'Arimo'], width: 0.446 },
];

/** `--breakpoint-wide` of the theme. */
const WIDE = '@media(width>=52rem)';

/**
 * The optical sizes of the serif by use, on narrow and wide screens. Those of quotes and titles are
 * pinned: the width of letters depends on the optical size (0.2 % per pixel in Newsreader), and a
 * fallback fits only one. Each is in the middle of the font sizes (in pixels) of its text; running
 * text has nearly one size.
 */
const opticalSizes = { serif: [20], quote: [24, 32], title: [36, 64] };
const pinned = Object.entries(opticalSizes).filter(([, sizes]) => sizes.length > 1);

/** Returns a function for the metrics of a font with given axis values. */
async function readMetrics(font: FontPackage): Promise<(axes: Record<string, number>) => Metrics> {
  const [latin] = font.files('normal');
  const variable = parseFont(await subsetFont(latin!.data, sample, { targetFormat: 'sfnt' }));
  const { ascent, descent, unitsPerEm } = variable;
  return (axes) => {
    const glyphs = variable.getVariation(axes).glyphsForString(sample);
    const total = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
    return {
      width: total / glyphs.length / unitsPerEm,
      ascent: ascent / unitsPerEm,
      descent: -descent / unitsPerEm,
    };
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

// Chromium rejects an unquoted name that begins with a generic family, such as serif.
const fallbackOf = (token: string) => `Fallback ${token}`;

/** Returns the font stacks of the theme, with our fallback in second place, as Tailwind tokens. */
export function fontTokens(theme: Theme): string {
  const stack = (token: string, role: FontRole) => {
    const [first, ...others] = theme.stack(role).split(',');
    return `--font-${token}:${[first, ` '${fallbackOf(token)}'`, ...others].join()};`;
  };
  const [narrow, wide] = [0, 1].map((screen) =>
    pinned.map(
      ([token, sizes]) => `--font-${token}--font-variation-settings:"opsz" ${sizes[screen]};`,
    ),
  );
  const serifs = Object.keys(opticalSizes).map((token) => stack(token, 'serif'));
  const tokens = [...serifs, ...narrow!, stack('sans', 'sans')].join('');
  return `@theme{${tokens}}${WIDE}{:root{${wide!.join('')}}}`;
}

function faces(
  family: string,
  weight: number,
  { width, ascent, descent }: Metrics,
  locals: Local[],
): string {
  return locals
    .map((local) => {
      const ratio = width / local.width;
      return [
        `@font-face{font-family:"${family}";font-weight:${weight};`,
        `src:${local.names.map((name) => `local("${name}")`).join(',')};`,
        `size-adjust:${percent(ratio)};ascent-override:${percent(ascent / ratio)};`,
        `descent-override:${percent(descent / ratio)};line-gap-override:0%}`,
      ].join('');
    })
    .join('\n');
}

/** Returns faces of installed fonts with the metrics of the web fonts, to avoid layout shifts. */
export async function fallbackFaces(theme: Theme): Promise<string> {
  const serif = await readMetrics(themeFont(theme, 'serif'));
  const sans = await readMetrics(themeFont(theme, 'sans'));
  const serifFaces = Object.entries(opticalSizes).flatMap(([token, sizes]) =>
    sizes.map((opsz, screen) => {
      const css = faces(fallbackOf(token), 400, serif({ wght: 400, opsz }), serifs);
      return screen === 0 ? css : `${WIDE}{${css}}`;
    }),
  );
  const sansFaces = [400, 500].map((wght) =>
    faces(fallbackOf('sans'), wght, sans({ wght }), sanses),
  );
  return [...serifFaces, ...sansFaces].join('\n');
}
