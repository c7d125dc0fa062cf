import subsetFont from 'subset-font';
import { fontFiles, pinAxes, themeFont } from '../font-files.ts';
import type { Theme } from '../theme.ts';

/** One size and weight of a variable font each, as few e-readers support axes. */
const cuts = [
  { name: 'text', role: 'serif', style: 'normal', axes: { wght: 400, opsz: 16 } },
  { name: 'title', role: 'serif', style: 'normal', axes: { wght: 400, opsz: 60 } },
  { name: 'italic', role: 'serif', style: 'italic', axes: { wght: 400, opsz: 24 } },
  { name: 'label', role: 'sans', style: 'normal', axes: { wght: 500 } },
] as const;

/** The family of titles, which have an optical size of their own. */
export const titleFamily = (theme: Theme) => `${theme.family('serif')} Title`;

/** The fonts of the EPUB, subset to the characters that each sets, with their `@font-face` rules. */
export async function bookFonts(
  texts: Record<(typeof cuts)[number]['name'], string>,
  theme: Theme,
): Promise<{ file: string; data: Buffer; css: string }[]> {
  const fonts = [];
  for (const { name, role, style, axes } of cuts) {
    const font = themeFont(theme, role);
    if (style === 'italic' && !font.hasItalic) continue;
    const family = name === 'title' ? titleFamily(theme) : theme.family(role);
    const characters = new Set(texts[name]);
    const used = new Set(Array.from(characters, (character) => character.codePointAt(0)!));
    for (const { script, data, own } of fontFiles(font, style)) {
      const points = [...own.intersection(used)].toSorted((a, b) => a - b);
      if (points.every((point) => String.fromCodePoint(point).trim() === '')) continue;
      const file = `fonts/${name}-${script}.ttf`;
      const ranges = points.map((point) => `U+${point.toString(16)}`).join(',');
      const face = `font-family:"${family}";font-style:${style};src:url("${file}")`;
      fonts.push({
        file,
        data: await subsetFont(data, String.fromCodePoint(...points), {
          targetFormat: 'sfnt',
          variationAxes: pinAxes(font, axes),
        }),
        css: `@font-face{${face};unicode-range:${ranges}}`,
      });
    }
  }
  return fonts;
}
