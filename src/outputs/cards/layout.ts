import type { Node } from '@takumi-rs/core';
import { type Fitted, fitText, type Measure } from './fit.ts';
import type { Card } from './card.ts';
import type { FontRole, Theme } from '../theme.ts';

/** Colours of the theme and font stacks by role. */
export type Look = Pick<Theme, 'color'> & { fonts: Record<FontRole, string> };

export const formats = {
  wide: {
    width: 1200,
    height: 630,
    /** Left and right; contains the hanging opening mark. */
    margin: 84,
    padding: { top: 46, bottom: 32 },
    label: 33,
    small: 27,
    /** Font sizes of the quote, from the largest; a text that does not fit at any is cut. */
    sizes: [108, 100, 93, 86, 80, 75, 70, 66, 62, 58, 54, 50, 46, 42],
    /** The maximum height of the quote. */
    room: 354,
  },
  square: {
    width: 1080,
    height: 1080,
    margin: 92,
    padding: { top: 84, bottom: 64 },
    label: 36,
    small: 31,
    sizes: [132, 123, 114, 105, 97, 90, 84, 78, 73, 68, 63, 58, 54],
    room: 680,
  },
};
export type Format = (typeof formats)[keyof typeof formats];

/** Returns the style of the serif, which is tighter in large sizes. */
function serif(size: number) {
  const isTight = size >= 50;
  return {
    fontSize: size,
    lineHeight: isTight ? 1.15 : 1.2,
    letterSpacing: `${isTight ? -0.02 : -0.01}em`,
    // Cards are usually shown at half their size, which needs sturdier letters.
    fontVariationSettings: `"opsz" ${Math.min(72, Math.round(size * 0.6))}`,
  };
}

/** The height of the emblem, as a share of the picture's. */
const EMBLEM = 0.15;

/** Draws the marks of the icon, for a card without text; their box is as high as the ink. */
export function emblem(picture: { height: number }, color: string): Node {
  const height = Math.round(picture.height * EMBLEM);
  return {
    type: 'text',
    text: '“”',
    style: { ...serif(picture.height * 0.42), height, lineHeight: 1, flexShrink: 0, color },
  };
}

const oneLine = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const;
const column = { display: 'flex', flexDirection: 'column' } as const;

/** Returns a label on one line, with an ellipsis if it is too long; no node if it is empty. */
export function line(text: string, style: Node['style']): Node[] {
  return text === '' ? [] : [{ type: 'text', text, style: { ...oneLine, ...style } }];
}

/** Returns a container. */
export function box(style: Node['style'], children: Node[] = []): Node {
  return { type: 'container', style, children };
}

/** Returns the paragraphs of a quote in a column. */
export function paragraphs({ text, size }: Fitted, width: number | 'min-content'): Node {
  const style = {
    whiteSpace: 'pre-line',
    overflowWrap: 'break-word',
    textWrap: size >= 60 ? 'balance' : 'pretty',
  } as const;
  return box(
    { ...column, ...serif(size), flexShrink: 0, gap: size * 0.45, width },
    text.split(/\n{2,}/u).map((paragraph) => ({ type: 'text', text: paragraph, style })),
  );
}

/** Returns the card as a tree for takumi: the quote or, without text, an emblem and a name. */
export async function cardTree(
  card: Card,
  format: Format,
  { color, fonts }: Look,
  measure: Measure,
): Promise<Node> {
  const { width, height, margin, padding, label, small, sizes } = format;
  const options = { part: card.position };
  const [accent, soft] = [color('accent', options), color('soft', options)];
  const hasText = card.text !== '';
  const main = card.text || card.theme || card.title;
  const room = format.room - (hasText ? 0 : Math.round(height * EMBLEM));
  const space = { column: width - 2 * margin, room, sizes };
  const fitted = main && (await fitText(main, hasText ? card.closing : '', space, measure));
  const showsTitle = hasText || card.theme !== '';
  const labelStyle = (fontSize: number) => ({ fontFamily: fonts.sans, fontSize, lineHeight: 1.3 });
  const side = card.direction === 'rtl' ? { left: '100%' } : { right: '100%' };
  const hanging = { position: 'absolute', ...side, top: 0 } as const;
  const titleStyle = { ...serif(small), lineHeight: 1.3, flexShrink: 0, maxWidth: '60%' };
  return box(
    {
      ...column,
      width,
      height,
      padding: `${padding.top}px ${margin}px ${padding.bottom}px`,
      // Stronger than the paper of pages, because other sites show the card.
      backgroundColor: color('tint', options),
      color: color('ink', options),
      direction: card.direction,
      fontFamily: fonts.serif,
    },
    [
      box({ flexGrow: 2 }),
      ...(hasText
        ? line(card.theme, { ...labelStyle(label), fontWeight: 500, color: accent })
        : [emblem(format, accent)]),
      box(
        { position: 'relative', marginTop: label * 0.45, marginBottom: label * 0.75 },
        fitted
          ? [
              ...(hasText ? line(card.opening, { ...serif(fitted.size), ...hanging }) : []),
              paragraphs(fitted, space.column),
            ]
          : [],
      ),
      ...line(card.caption, { ...labelStyle(small), color: soft }),
      box({ flexGrow: 3 }),
      box(
        {
          display: 'flex',
          justifyContent: 'space-between',
          gap: 2 * small,
          paddingTop: small * 0.6,
          borderTop: `2px solid ${color('rule', options)}`,
        },
        [
          ...line(showsTitle ? card.title : '', titleStyle),
          ...line(card.part, { ...labelStyle(small * 0.85), lineHeight: 1.5, color: soft }),
        ],
      ),
    ],
  );
}
