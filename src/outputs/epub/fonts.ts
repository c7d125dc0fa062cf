import { charactersByFile, type Cut, fontFace, subset } from '../font-files.ts';
import type { Theme } from '../theme.ts';

/** Each has one optical size and weight, because few e-readers support variable fonts. */
const cuts = [
  { name: 'text', role: 'serif', style: 'normal', axes: { wght: [400, 400], opsz: [16, 16] } },
  { name: 'title', role: 'serif', style: 'normal', axes: { wght: [400, 400], opsz: [60, 60] } },
  { name: 'italic', role: 'serif', style: 'italic', axes: { wght: [400, 400], opsz: [24, 24] } },
  { name: 'label', role: 'sans', style: 'normal', axes: { wght: [500, 500] } },
] as const satisfies Cut[];

/** Returns the font family of titles, which have their own optical size. */
export const titleFamily = (theme: Theme) => `${theme.family('serif')} Title`;

/** Returns the fonts of the EPUB, subset to the characters of their texts, with their CSS. */
export async function bookFonts(
  texts: Record<(typeof cuts)[number]['name'], string>,
  theme: Theme,
): Promise<{ file: string; data: Buffer; css: string }[]> {
  const fonts = [];
  for (const cut of cuts) {
    const family = cut.name === 'title' ? titleFamily(theme) : theme.family(cut.role);
    for (const { file, points } of charactersByFile(cut, theme, texts[cut.name])) {
      if (String.fromCodePoint(...points).trim() === '') continue;
      const path = `fonts/${cut.name}-${file.script}.ttf`;
      fonts.push({
        file: path,
        data: await subset(file, points, cut, { targetFormat: 'sfnt' }),
        css: fontFace(family, cut, points, `src:url("${path}")`),
      });
    }
  }
  return fonts;
}
