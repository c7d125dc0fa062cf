import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import project from '../../../package.json' with { type: 'json' };
import type { Collection } from '../../collection/model.ts';
import fitting from './fit.ts?raw';
import type { Measure } from './fit.ts';
import drawing from './image.ts?raw';
import layout from './layout.ts?raw';
import { box, cardTree, type Format, paragraphs } from './layout.ts';
import type { Card, HasGlyphs } from './card.ts';
import { coverSize, coverTree } from './cover.ts';
import { type FontFile, otherFonts, pointsOf, themeFont } from '../font-files.ts';
import { readTheme } from '../theme.ts';

export type Picture = Buffer<ArrayBuffer>;

/**
 * Returns a painter for the cards and the EPUB cover, as PNG. It registers fonts only once and
 * caches pictures between builds.
 */
export async function cardPainter(cache = resolve('.cache/cards'), theme = readTheme()) {
  // Latin first, then other scripts.
  const packages = [themeFont(theme, 'serif'), ...otherFonts(theme)];
  const serif = packages.flatMap(({ files }) => files('normal'));
  const sans = themeFont(theme, 'sans').files('normal');
  const renderer = new Renderer();
  for (const { name, data } of [...serif, ...sans]) await renderer.registerFont({ name, data });
  const stackOf = (files: FontFile[]) => files.map(({ name }) => `"${name}"`).join(', ');
  // Labels use the serif for characters that the sans lacks.
  const fonts = { serif: stackOf(serif), sans: stackOf([...sans, ...serif]) };
  const look = { color: theme.color, fonts };
  const measure = measureWith(renderer, fonts.serif);
  const tools = [project.dependencies, theme.css, fitting, layout, drawing];
  const render = (tree: Node, { width, height }: { width: number; height: number }) =>
    renderer.render(tree, { width, height, format: 'png' });
  const hasGlyphs: HasGlyphs = (character) => {
    const visible = Array.from(character.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
    const points = visible.map((part) => part.codePointAt(0)!);
    // takumi draws a letter and its marks with the same file.
    return serif.some((file) => points.every((point) => pointsOf(file).has(point)));
  };
  return {
    hasGlyphs,
    paint: async (card: Card, format: Format): Promise<Picture> => {
      try {
        return await cached(cache, [card, format, tools], async () =>
          render(await cardTree(card, format, look, measure), format),
        );
      } catch (cause) {
        throw new Error(`The card of the quote "${card.id}" cannot be drawn.`, { cause });
      }
    },
    paintCover: async (collection: Collection): Promise<Picture> => {
      const tree = await coverTree(collection, look, hasGlyphs, measure);
      return cached(cache, [tree, tools], () => render(tree, coverSize));
    },
  };
}

function measureWith(renderer: Renderer, fontFamily: string): Measure {
  return async (text, size, width) => {
    const column = { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' } as const;
    const [block, words] = [width, 'min-content' as const].map((width) =>
      paragraphs({ text, size }, width),
    );
    const both = box({ ...column, fontFamily }, [block!, words!]);
    const [measuredBlock, measuredWords] = (await renderer.measure(both)).children;
    return { height: measuredBlock!.height, longestWord: measuredWords!.width };
  };
}

/**
 * Returns a picture from the cache folder, or draws it. The key is a hash of all inputs; unused
 * files stay until the folder is deleted.
 */
async function cached(
  folder: string,
  inputs: unknown,
  draw: () => Promise<Picture>,
): Promise<Picture> {
  const key = hash('sha256', JSON.stringify(inputs)).slice(0, 32);
  const path = join(folder, `${key}.png`);
  if (existsSync(path)) return readFileSync(path);
  const picture = await draw();
  mkdirSync(folder, { recursive: true });
  // Renamed when complete, so that an interrupted build leaves no partial file.
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, picture);
  renameSync(partial, path);
  return picture;
}
