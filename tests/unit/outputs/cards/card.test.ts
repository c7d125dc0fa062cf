import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../src/collection/assemble.ts';
import type { CollectionConfig, QuoteEntry } from '../../../../src/collection/model.ts';
import { type Card, cardOf, collectionCardOf } from '../../../../src/outputs/cards/card.ts';

const about: CollectionConfig = {
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

/** As a Latin font would. */
const hasGlyphs = (character: string): boolean =>
  character < '\u0370' || '‘’“”«»…—'.includes(character);

function card(fields: Partial<QuoteEntry>): Card {
  const entry = { id: 'a', part: 7, theme: 'On x', source: 'S', text: 'Text.', ...fields };
  const collection = assemble(about, [
    { ...entry, paragraphs: [], aliases: [], status: 'attributed' },
  ]);
  return cardOf(collection.quotes[0]!, collection, hasGlyphs);
}

test('a card says quote, theme, person, source, collection and part, set in type', () => {
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

test('the marks and the direction are those of the language of the quote', () => {
  expect(card({ lang: 'fr' })).toMatchObject({
    opening: '«\u00A0',
    closing: '\u00A0»',
    direction: 'ltr',
  });
  expect(card({ lang: 'he' })).toMatchObject({ opening: '”', closing: '”', direction: 'rtl' });
});

test('a joiner, which shapes the letters beside it, is kept', () => {
  expect(card({ text: 'Auf\u200Clage' }).text).toBe('Auf\u200Clage');
});

describe('characters that the fonts lack', () => {
  test('in a quote leave its text out and are named, each once', () => {
    const { text, theme, missingGlyphs } = card({ text: 'Да, да.' });
    expect({ text, theme, missingGlyphs }).toEqual({
      text: '',
      theme: 'On x',
      missingGlyphs: ['Д', 'а', 'д'],
    });
  });

  test('are named with their marks, which the same font has to have', () => {
    expect(card({ text: 'Даже я\u0301.' }).missingGlyphs).toEqual(['Д', 'а', 'ж', 'е', 'я\u0301']);
  });

  test('in a label leave that label out', () => {
    const shown = card({ theme: 'О друзьях', source: '道德經' });
    expect(shown).toMatchObject({
      theme: '',
      caption: 'Ada Lovelace',
      text: 'Text.',
      missingGlyphs: [],
    });
  });

  test('are not missed where they are invisible, kinds of space or hyphens, or can be composed', () => {
    const { text, missingGlyphs } = card({ text: 'soft\u00AD non\u2011stop 5\u202Fkm Cafe\u0301' });
    expect(missingGlyphs).toEqual([]);
    expect(text).toBe('soft non-stop 5\u00A0km Caf\u00E9');
  });
});

test('a card leaves out emoji, which its fonts lack, and keeps the words around them', () => {
  const { text, theme, missingGlyphs } = card({
    text: 'Ship it 🚀👩‍🔬, we ❤️ © 2013.',
    theme: 'On 🎉 joy',
  });
  expect([text, theme, missingGlyphs]).toEqual(['Ship it, we © 2013.', 'On joy', []]);
  expect(card({ text: '🚀 Go.' }).text).toBe('Go.');
});

test('a card of a quote in emoji, with or without marks, shows its theme', () => {
  for (const text of ['😀👍🏽', '“😀 👩‍🔬” … !', '❤️\n\n🇩🇪.']) {
    expect(card({ text, theme: 'On joy' })).toMatchObject({ text: '', theme: 'On joy' });
  }
  expect(card({ text: '…!' }).text).toBe('…!');
});

test('the card of the collection says its title and its person, on paper of no part', () => {
  const said = collectionCardOf(assemble(about, []), hasGlyphs);
  expect(said).toMatchObject({ theme: 'A Reader’s Notes', title: 'Ada Lovelace', text: '' });
  expect(said.position).toBeUndefined();
});

test('emoji that a card leaves out are named, and ligatures are drawn by their letters', () => {
  expect(card({ text: 'We 🚀 on Friday, \uFB01nally' })).toMatchObject({
    text: 'We on Friday, finally',
    emoji: ['🚀'],
    missingGlyphs: [],
  });
});
