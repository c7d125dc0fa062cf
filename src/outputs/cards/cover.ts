import type { Node } from '@takumi-rs/core';
import { directionOf } from '../../text/language.ts';
import type { Collection } from '../../collection/model.ts';
import { fitText, type Measure } from './fit.ts';
import { emblem, line, type Look, paragraphs } from './layout.ts';
import { type HasGlyphs, faceOf, labelOf } from './card.ts';
import type { FontRole } from '../theme.ts';

/** The content of the cover; a field that the fonts cannot draw is empty. */
export interface Cover {
  title: string;
  person: string;
  direction: 'ltr' | 'rtl';
  face: FontRole;
  /** Position of the part and length of text of each quote in order. */
  lines: { position: number; length: number }[];
}

/** Two to three, the ratio that shops and e-readers expect, at the largest size that they ask for. */
export const coverSize = { width: 1600, height: 2400 };

const MARGIN = 150;
const COLUMN = coverSize.width - 2 * MARGIN;
const SIZES = [320, 300, 275, 250, 230, 210, 190, 175, 160, 145, 130, 118, 106, 96];
const TITLE = 900;
const LINES = 1100;
/** More lines would be too thin to tell apart; a larger collection shows every nth quote. */
const MAX_LINES = 90;
const STEP = 44;

/** The cover of a collection. */
export function coverOf({ title, person, lang, quotes }: Collection, hasGlyphs: HasGlyphs): Cover {
  const labels = {
    title: labelOf(title, lang, hasGlyphs),
    person: labelOf(person ?? '', lang, hasGlyphs),
  };
  const every = Math.ceil(quotes.length / MAX_LINES);
  return {
    ...labels,
    direction: directionOf(lang),
    face: faceOf([labels.person], hasGlyphs),
    lines: quotes
      .filter((_, index) => index % every === 0)
      .map(({ part, text }) => ({ position: part?.position ?? 1, length: text.length })),
  };
}

/** A line for each quote, as long as the quote, in the colour of its part. */
function linesTree(lines: Cover['lines'], color: Look['color']): Node[] {
  const longest = Math.max(...lines.map(({ length }) => length));
  const parts = new Set(lines.map(({ position }) => position)).size;
  const step = Math.min(STEP, LINES / (lines.length + parts - 1));
  return lines.map(({ position, length }, index) => ({
    type: 'container',
    style: {
      width: Math.round((COLUMN * length) / longest),
      height: step * 0.55,
      marginTop: index === 0 ? 0 : step * (lines[index - 1]!.position === position ? 0.45 : 1.45),
      backgroundColor: color('accent', { part: position }),
    },
  }));
}

/** The cover as a tree for takumi. */
export async function coverTree(
  cover: Cover,
  { color, fonts }: Look,
  measure: Measure,
): Promise<Node> {
  const { person, direction, face, lines } = cover;
  return {
    type: 'container',
    style: {
      ...coverSize,
      display: 'flex',
      flexDirection: 'column',
      padding: MARGIN,
      backgroundColor: color('paper'),
      color: color('ink'),
      direction,
      fontFamily: fonts.serif,
    },
    children: [
      await titleTree(cover, color('ink'), measure),
      ...line(person, {
        fontFamily: fonts[face],
        fontSize: 64,
        lineHeight: 1.3,
        marginTop: 64,
        color: color('soft'),
      }),
      { type: 'container', style: { flexGrow: 1 } },
      ...linesTree(lines, color),
    ],
  };
}

async function titleTree({ title }: Cover, ink: string, measure: Measure): Promise<Node> {
  if (title === '') return emblem({ height: TITLE }, ink);
  const space = { column: COLUMN, room: TITLE, sizes: SIZES };
  const set = paragraphs(await fitText(title, '', space, measure), COLUMN);
  // Tighter than measured, as suits large letters.
  return { ...set, style: { ...set.style, lineHeight: 1.02 } };
}
