import subsetFont from 'subset-font';
import { scriptsOf } from '../cards/fonts.ts';

interface Cut {
  /** The role of the letters in the book, and the name of their files. */
  name: 'text' | 'title' | 'italic' | 'label';
  family: string;
  style: 'normal' | 'italic';
  package: string;
  /** Axes and style, as the package names its files. */
  files: string;
  /** One size and weight of a variable font: few e-readers know axes. */
  axes: Record<string, number>;
}

const newsreader = { package: 'newsreader', files: 'standard-normal', style: 'normal' } as const;

const cuts: Cut[] = [
  { ...newsreader, name: 'text', family: 'Newsreader', axes: { wght: 400, opsz: 16 } },
  { ...newsreader, name: 'title', family: 'Newsreader Title', axes: { wght: 400, opsz: 60 } },
  {
    ...newsreader,
    name: 'italic',
    family: 'Newsreader',
    files: 'standard-italic',
    style: 'italic',
    axes: { wght: 400, opsz: 24 },
  },
  {
    name: 'label',
    family: 'Instrument Sans',
    style: 'normal',
    package: 'instrument-sans',
    files: 'wght-normal',
    axes: { wght: 500 },
  },
];

/** A font file of the book, with the rule that names it. */
export interface BookFont {
  file: string;
  data: Buffer;
  css: string;
}

/** The fonts of the book, cut down to the characters that each role sets. */
export async function bookFonts(texts: Record<Cut['name'], string>): Promise<BookFont[]> {
  const fonts: BookFont[] = [];
  for (const { name, family, style, package: font, files, axes } of cuts) {
    const used = new Set(
      Array.from(new Set(texts[name]), (character) => character.codePointAt(0)!),
    );
    for (const { script, data, points } of scriptsOf(font, files)) {
      const own = [...points.intersection(used)].toSorted((a, b) => a - b);
      if (own.every((point) => String.fromCodePoint(point).trim() === '')) continue;
      const characters = String.fromCodePoint(...own);
      const file = `fonts/${name}-${script}.ttf`;
      const ranges = own.map((point) => `U+${point.toString(16)}`).join(',');
      const face = `font-family:"${family}";font-style:${style};src:url("${file}")`;
      fonts.push({
        file,
        data: await subsetFont(data, characters, { targetFormat: 'sfnt', variationAxes: axes }),
        css: `@font-face{${face};unicode-range:${ranges}}`,
      });
    }
  }
  return fonts;
}
