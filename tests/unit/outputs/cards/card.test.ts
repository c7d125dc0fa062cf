import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../src/collection/assemble.ts';
import type { CollectionConfig, QuoteEntry } from '../../../../src/collection/model.ts';
import { type Card, cardOf, collectionCardOf } from '../../../../src/outputs/cards/card.ts';

const config: CollectionConfig = {
  title: "A Reader's Notes",
  person: 'Ada Lovelace',
  lang: 'en',
  introduction: [],
  parts: [
    { number: 1, title: 'One', slug: 'one' },
    { number: 7, title: 'Seven', slug: 'seven' },
  ],
  subjects: [],
};

/** Like a Latin font. */
const hasGlyphs = (character: string): boolean =>
  character < '\u0370' || '‘’“”«»…—'.includes(character);

function card(fields: Partial<QuoteEntry>): Card {
  const entry = { id: 'a', part: 7, theme: 'On x', source: 'S', text: 'Text.', ...fields };
  const collection = assemble(config, [
    { ...entry, paragraphs: [], aliases: [], status: 'attributed' },
  ]);
  return cardOf(collection.quotes[0]!, collection, hasGlyphs);
}

test('a card has the quote, theme, person, source, collection and part, typeset', () => {
  expect(card({ text: 'It\'s "done" -- now...', theme: "On Spark's rise" })).toEqual({
    id: 'a',
    position: 2,
    theme: 'On Spark’s rise',
    text: 'It’s ‘done’ — now…',
    direction: 'ltr',
    opening: '“',
    closing: '”',
    caption: 'Ada Lovelace · S',
    title: 'A Reader’s Notes',
    part: 'Seven',
    emoji: [],
    missingGlyphs: [],
  });
});

test('quotation marks and direction are those of the quote’s language', () => {
  expect(card({ lang: 'fr' })).toMatchObject({
    opening: '«\u00A0',
    closing: '\u00A0»',
    direction: 'ltr',
  });
  expect(card({ lang: 'he' })).toMatchObject({ opening: '”', closing: '”', direction: 'rtl' });
});

test('joiners, which shape letters, are kept', () => {
  expect(card({ text: 'Auf\u200Clage' }).text).toBe('Auf\u200Clage');
});

describe('missing glyphs', () => {
  test('in a quote remove its text and are listed once each', () => {
    const { text, theme, missingGlyphs } = card({ text: 'Да, да.' });
    expect({ text, theme, missingGlyphs }).toEqual({
      text: '',
      theme: 'On x',
      missingGlyphs: ['Д', 'а', 'д'],
    });
  });

  test('are listed with their combining marks, which the same font must have', () => {
    expect(card({ text: 'Даже я\u0301.' }).missingGlyphs).toEqual(['Д', 'а', 'ж', 'е', 'я\u0301']);
  });

  test('in a label remove that label', () => {
    const result = card({ theme: 'О друзьях', source: '道德經' });
    expect(result).toMatchObject({
      theme: '',
      caption: 'Ada Lovelace',
      text: 'Text.',
      missingGlyphs: [],
    });
  });

  test('do not include invisible characters, special spaces and hyphens, and composed letters', () => {
    const { text, missingGlyphs } = card({ text: 'soft\u00AD non\u2011stop 5\u202Fkm Cafe\u0301' });
    expect(missingGlyphs).toEqual([]);
    expect(text).toBe('soft non-stop 5\u00A0km Caf\u00E9');
  });
});

test('a card omits emoji, which its fonts lack, and keeps the words around them', () => {
  const { text, theme, missingGlyphs } = card({
    text: 'Ship it 🚀👩‍🔬, we ❤️ © 2013.',
    theme: 'On 🎉 joy',
  });
  expect([text, theme, missingGlyphs]).toEqual(['Ship it, we © 2013.', 'On joy', []]);
  expect(card({ text: '🚀 Go.' }).text).toBe('Go.');
});

test('the card of a quote of only emoji and punctuation shows its theme', () => {
  for (const text of ['😀👍🏽', '“😀 👩‍🔬” … !', '❤️\n\n🇩🇪.']) {
    expect(card({ text, theme: 'On joy' })).toMatchObject({ text: '', theme: 'On joy' });
  }
  expect(card({ text: '…!' }).text).toBe('…!');
});

test('the card of the collection has its title and person, in the colours of no part', () => {
  const collectionCard = collectionCardOf(assemble(config, []), hasGlyphs);
  expect(collectionCard).toMatchObject({
    theme: 'A Reader’s Notes',
    title: 'Ada Lovelace',
    text: '',
  });
  expect(collectionCard.position).toBeUndefined();
});

test('omitted emoji are listed, and ligatures are replaced by their letters', () => {
  expect(card({ text: 'We 🚀 on Friday, \uFB01nally' })).toMatchObject({
    text: 'We on Friday, finally',
    emoji: ['🚀'],
    missingGlyphs: [],
  });
});
