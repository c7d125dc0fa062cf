import subsetFont from 'subset-font';
import { fontFiles, pinAxes, themeFont } from '../font-files.ts';
import type { FontRole, Theme } from '../theme.ts';

interface Cut {
  name: 'text' | 'title' | 'italic' | 'label';
  role: FontRole;
  style: 'normal' | 'italic';
  /** One size and weight of a variable font, as few e-readers support axes. */
  axes: Record<string, number>;
}

const cuts: Cut[] = [
  { name: 'text', role: 'serif', style: 'normal', axes: { wght: 400, opsz: 16 } },
  { name: 'title', role: 'serif', style: 'normal', axes: { wght: 400, opsz: 60 } },
  { name: 'italic', role: 'serif', style: 'italic', axes: { wght: 400, opsz: 24 } },
  { name: 'label', role: 'sans', style: 'normal', axes: { wght: 500 } },
];

/** A font file of the EPUB with its `@font-face` rule. */
export interface BookFont {
  file: string;
  data: Buffer;
  css: string;
}

/** The family of titles, which have an optical size of their own. */
export const titleFamily = (theme: Theme) => `${theme.family('serif')} Title`;

/** The fonts of the EPUB, subset to the characters that each role sets. */
export async function bookFonts(
  texts: Record<Cut['name'], string>,
  theme: Theme,
): Promise<BookFont[]> {
  const fonts: BookFont[] = [];
  for (const { name, role, style, axes } of cuts) {
    const font = themeFont(theme, role);
    if (style === 'italic' && !font.hasItalic) continue;
    const family = name === 'title' ? titleFamily(theme) : theme.family(role);
    const used = new Set(
      Array.from(new Set(texts[name]), (character) => character.codePointAt(0)!),
    );
    for (const { script, data, own } of fontFiles(font, style)) {
      const points = [...own.intersection(used)].toSorted((a, b) => a - b);
      if (points.every((point) => String.fromCodePoint(point).trim() === '')) continue;
      const characters = String.fromCodePoint(...points);
      const file = `fonts/${name}-${script}.ttf`;
      const ranges = points.map((point) => `U+${point.toString(16)}`).join(',');
      const face = `font-family:"${family}";font-style:${style};src:url("${file}")`;
      fonts.push({
        file,
        data: await subsetFont(data, characters, {
          targetFormat: 'sfnt',
          variationAxes: pinAxes(font, axes),
        }),
        css: `@font-face{${face};unicode-range:${ranges}}`,
      });
    }
  }
  return fonts;
}
