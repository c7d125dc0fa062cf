import type { Node } from '@takumi-rs/core';
import type { Collection } from '../../collection/model.ts';
import { directionOf } from '../../text/language.ts';
import { type HasGlyphs, labelOf } from './card.ts';
import { fitText, type Measure } from './fit.ts';
import { box, emblem, line, type Look, paragraphs } from './layout.ts';

/** The ratio 2:3 that shops and e-readers expect, in the largest size that they request. */
export const coverSize = { width: 1600, height: 2400 };

const MARGIN = 150;
const COLUMN = coverSize.width - 2 * MARGIN;
const SIZES = [320, 300, 275, 250, 230, 210, 190, 175, 160, 145, 130, 118, 106, 96];
const TITLE = 900;
const LINES = 1100;
/** More lines would be too thin; a larger collection shows every nth quote. */
const MAX_LINES = 90;
const STEP = 44;

/** Draws a line for each quote, proportional to its length, in the colour of its part. */
function quoteLines({ quotes }: Collection, color: Look['color']): Node[] {
  const every = Math.ceil(quotes.length / MAX_LINES);
  const shown = quotes.filter((_, index) => index % every === 0);
  const longest = Math.max(...shown.map(({ text }) => text.length));
  const parts = new Set(shown.map(({ part }) => part)).size;
  const step = Math.min(STEP, LINES / (shown.length + parts - 1));
  return shown.map(({ part, text }, index) =>
    box({
      width: Math.round((COLUMN * text.length) / longest),
      height: step * 0.55,
      marginTop: index === 0 ? 0 : step * (shown[index - 1]!.part === part ? 0.45 : 1.45),
      backgroundColor: color('accent', { part: part?.position ?? 1 }),
    }),
  );
}

/** Returns the cover as a tree for takumi, without labels that have missing glyphs. */
export async function coverTree(
  collection: Collection,
  { color, fonts }: Look,
  hasGlyphs: HasGlyphs,
  measure: Measure,
): Promise<Node> {
  const { lang } = collection;
  const title = labelOf(collection.title, lang, hasGlyphs);
  const person = labelOf(collection.person ?? '', lang, hasGlyphs);
  const space = { column: COLUMN, room: TITLE, sizes: SIZES };
  const heading = title && paragraphs(await fitText(title, '', space, measure), COLUMN);
  return box(
    {
      ...coverSize,
      display: 'flex',
      flexDirection: 'column',
      padding: MARGIN,
      backgroundColor: color('paper'),
      color: color('ink'),
      direction: directionOf(lang),
      fontFamily: fonts.serif,
    },
    [
      heading
        ? // Tighter than measured, because the letters are large.
          { ...heading, style: { ...heading.style, lineHeight: 1.02 } }
        : emblem({ height: TITLE }, color('ink')),
      ...line(person, {
        fontFamily: fonts.sans,
        fontSize: 64,
        lineHeight: 1.3,
        marginTop: 64,
        color: color('soft'),
      }),
      box({ flexGrow: 1 }),
      ...quoteLines(collection, color),
    ],
  );
}
