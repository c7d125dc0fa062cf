import { resolve } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import project from '../../../package.json' with { type: 'json' };
import type { Collection } from '../../collection/model.ts';
import { cached, type Picture } from './cache.ts';
import fitting from './fit.ts?raw';
import { longestWord, type Measure } from './fit.ts';
import drawing from './image.ts?raw';
import layout from './layout.ts?raw';
import { cardTree, fitCard, type Format, paragraphs } from './layout.ts';
import type { Card, HasGlyphs } from './card.ts';
import { coverSize, coverTree } from './cover.ts';
import {
  type FontFile,
  fontFiles,
  type FontPackage,
  otherFonts,
  themeFont,
} from '../font-files.ts';
import { readTheme } from '../theme.ts';

export interface CardPainter {
  hasGlyphs: HasGlyphs;
  /** The card as PNG, from the cache if an earlier build painted it. */
  paint: (card: Card, format: Format) => Promise<Picture>;
  /** The cover of the EPUB, likewise. */
  paintCover: (collection: Collection) => Promise<Picture>;
}

/** Registers the fonts once for all cards of a site. */
export async function cardPainter(
  cache = resolve('.cache/cards'),
  theme = readTheme(),
): Promise<CardPainter> {
  const filesOf = (font: FontPackage) => fontFiles(font, 'normal');
  // Latin first, then fonts of other scripts.
  const serif = [themeFont(theme, 'serif'), ...otherFonts(theme)].flatMap(filesOf);
  const sans = filesOf(themeFont(theme, 'sans'));
  const renderer = new Renderer();
  for (const { name, data } of [...serif, ...sans]) await renderer.registerFont({ name, data });
  // What the sans lacks labels take from the serif.
  const look = {
    color: theme.color,
    fonts: { serif: stackOf(serif), sans: stackOf([...sans, ...serif]) },
  };
  const measure = measureWith(renderer, look.fonts.serif);
  const sources = [fitting, layout, drawing];
  const tools = [project.dependencies, theme.css, ...sources];
  const render = (tree: Node, { width, height }: { width: number; height: number }) =>
    renderer.render(tree, { width, height, format: 'png' });
  const draw = async (card: Card, format: Format) => {
    const fitted = await fitCard(card, format, measure);
    return render(cardTree(card, format, look, fitted), format);
  };
  const hasGlyphs: HasGlyphs = (character) => {
    const needed = Array.from(character.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
    // takumi takes a letter and its marks from one file.
    return serif.some(({ points }) => needed.every((each) => points.has(each.codePointAt(0)!)));
  };
  return {
    hasGlyphs,
    paint: async (card, format) => {
      try {
        return await cached(cache, [card, format, tools], () => draw(card, format));
      } catch (cause) {
        throw new Error(`The card of the quote "${card.id}" cannot be drawn.`, { cause });
      }
    },
    paintCover: async (collection) => {
      const tree = await coverTree(collection, look, hasGlyphs, measure);
      return cached(cache, [tree, tools], () => render(tree, coverSize));
    },
  };
}

function stackOf(files: FontFile[]): string {
  return files.map(({ name }) => `"${name}"`).join(', ');
}

function measureWith(renderer: Renderer, fontFamily: string): Measure {
  return async (text, size, width) => {
    const block = paragraphs({ text, size }, width);
    const word = paragraphs({ text: longestWord(text), size }, 'max-content');
    const column = { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' } as const;
    const style = { ...column, fontFamily };
    const both: Node = { type: 'container', style, children: [block, word] };
    const [set, alone] = (await renderer.measure(both)).children;
    return { height: set!.height, longestWord: alone!.width };
  };
}
