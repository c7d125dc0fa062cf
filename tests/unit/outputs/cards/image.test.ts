import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cardPainter } from '../../../../src/outputs/cards/image.ts';
import { formats } from '../../../../src/outputs/cards/layout.ts';
import type { Card } from '../../../../src/outputs/cards/card.ts';
import { parseTheme, readTheme } from '../../../../src/outputs/theme.ts';
import { temporaryFolder } from '../../folders.ts';
import { collectionOf } from '../collection.ts';

const card: Card = {
  id: 'data-gravity',
  position: 2,
  theme: 'On data gravity',
  text: 'Moving data is expensive.',
  direction: 'ltr',
  opening: '“',
  closing: '”',
  caption: 'Ion Stoica · Spark Architecture Papers',
  title: 'Lessons from Ion Stoica',
  part: 'Distributed Systems & Big Data',
  emoji: [],
  missingGlyphs: [],
};

const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('the fonts have Latin with all accents and the scripts of most readers', async () => {
  const { hasGlyphs } = await cardPainter(temporaryFolder());
  const drawn = [
    ...'aéŁșặ„“«…—',
    ...'Жїαᾧ',
    ...'שؤیक।',
    'а\u0301',
    'ק\u05B9',
    'بّ',
    'र्म',
    'ی\u200C',
  ];
  expect(drawn.filter((character) => !hasGlyphs(character))).toEqual([]);
});

test('a letter with a mark is drawn only by a font that has both', async () => {
  const { hasGlyphs, paint } = await cardPainter(temporaryFolder());
  const missingGlyphs = ['道', '→', '😀', 'ש\u0301', 'क\u0301'];
  expect(missingGlyphs.filter((character) => hasGlyphs(character))).toEqual([]);
  const [a, o] = await Promise.all(
    ['а\u0301', 'о\u0301'].map((text) => paint({ ...card, text }, formats.wide)),
  );
  // Two boxes would be the same.
  expect(a!.equals(o!)).toBe(false);
});

test('labels use the serif for characters that the sans lacks', async () => {
  const { paint } = await cardPainter(temporaryFolder());
  const [a, o] = await Promise.all(
    ['On ặ', 'On ộ'].map((theme) => paint({ ...card, theme }, formats.wide)),
  );
  // Two boxes would be the same.
  expect(a!.equals(o!)).toBe(false);
});

test('a card has the size of its format and is the same each time', async () => {
  const [one, other] = [await cardPainter(temporaryFolder()), await cardPainter(temporaryFolder())];
  for (const format of Object.values(formats)) {
    const picture = await one.paint(card, format);
    expect(sizeOf(picture)).toEqual([format.width, format.height]);
    expect(picture.equals(await other.paint(card, format))).toBe(true);
  }
});

test('the cover has the ratio 2:3 and is the same each time, for titles in any script', async () => {
  const [one, other] = [await cardPainter(temporaryFolder()), await cardPainter(temporaryFolder())];
  const collection = collectionOf();
  const picture = await one.paintCover(collection);
  expect(sizeOf(picture)).toEqual([1600, 2400]);
  expect(picture.equals(await other.paintCover(collection))).toBe(true);
  const unwritable = await one.paintCover(collectionOf({}, { title: '道德經', lang: 'zh' }));
  expect(sizeOf(unwritable)).toEqual([1600, 2400]);
});

test('texts of any length give pictures of less than 60 kB', async () => {
  const { paint } = await cardPainter(temporaryFolder());
  const sentence = 'The best systems are the ones that disappear; you notice them as they fail. ';
  const texts = ['', 'No.', sentence, sentence.repeat(5), sentence.repeat(12), 'x'.repeat(900)];
  for (const text of texts) {
    for (const format of Object.values(formats)) {
      expect((await paint({ ...card, text }, format)).length).toBeLessThan(60_000);
    }
  }
});

test('an unchanged card comes from the cache, a changed one does not', async () => {
  const cache = temporaryFolder();
  const { paint } = await cardPainter(cache);
  const first = await paint(card, formats.wide);
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'cached');
  expect(String(await paint(card, formats.wide))).toBe('cached');
  const moved = await paint({ ...card, position: 3 }, formats.wide);
  expect(sizeOf(moved)).toEqual([1200, 630]);
  expect(moved.equals(first)).toBe(false);
});

test('an error while drawing names the quote', async () => {
  const { paint } = await cardPainter(temporaryFolder());
  const nothingFits = { ...formats.wide, room: 1 };
  await expect(paint(card, nothingFits)).rejects.toThrow('data-gravity');
});

test('a card follows the serif and the colours of the theme', async () => {
  const { css } = readTheme();
  const themes = [
    css,
    css.replace('--font-serif: Newsreader', '--font-serif: Literata'),
    css.replace('calc(l * 1.119) 0.13 var(--hue)', 'l 0.08 var(--hue)'),
  ].map(parseTheme);
  const pictures = await Promise.all(
    themes.map(async (theme) => {
      const { paint } = await cardPainter(temporaryFolder(), theme);
      return (await paint(card, formats.wide)).toString('base64');
    }),
  );
  expect(new Set(pictures).size).toBe(3);
});
