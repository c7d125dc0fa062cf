import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../../content.ts';
import { cardPainter } from '../../outputs/cards/image.ts';
import { formats } from '../../outputs/cards/layout.ts';
import { cardOf, collectionCardOf } from '../../outputs/cards/card.ts';
import { isEnabled } from '../../outputs/selection.ts';

export async function getStaticPaths() {
  if (!isEnabled('cards')) return [];
  const collection = await loadCollection();
  const painter = await cardPainter();
  const titleCard = {
    params: { card: 'collection/title' },
    props: { card: collectionCardOf(collection, painter.hasGlyphs), format: formats.wide, painter },
  };
  const cards = collection.quotes.flatMap((quote) => {
    const card = cardOf(quote, collection, painter.hasGlyphs);
    // Former ids keep their cards.
    return [quote.id, ...quote.aliases].flatMap((id) => [
      { params: { card: id }, props: { card, format: formats.wide, painter } },
      { params: { card: `square/${id}` }, props: { card, format: formats.square, painter } },
    ]);
  });
  return [titleCard, ...cards];
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { card, format, painter }, logger }) => {
  const [glyphs, emoji] = [card.missingGlyphs.join(' '), card.emoji.join(' ')];
  const warn = (text: string) => logger.warn(`The card of "${card.id}" ${text}`);
  // Each card has two formats but one warning.
  if (glyphs && format === formats.wide) {
    warn(`is drawn without its text: install a @fontsource-variable font that contains ${glyphs}`);
  }
  if (emoji && format === formats.wide) warn(`is drawn without ${emoji}: cards have no emoji`);
  const picture = await painter.paint(card, format);
  return new Response(picture, { headers: { 'Content-Type': 'image/png' } });
};
