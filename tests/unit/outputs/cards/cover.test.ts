import { expect, test } from 'vitest';
import type { Collection } from '../../../../src/collection/model.ts';
import { coverTree } from '../../../../src/outputs/cards/cover.ts';
import { readTheme } from '../../../../src/outputs/theme.ts';
import { collectionOf } from '../collection.ts';

interface Box {
  style: { direction?: string; backgroundColor?: string; width?: number };
  children: Box[];
}

const latin = (character: string) => character < '\u0370' || character === '’';

/** The direction of a cover, its words, and the widths of its lines. */
async function coverOf(collection: Collection) {
  const look = { color: readTheme().color, fonts: { serif: 'Serif', sans: 'Sans' } };
  const measure = async () => ({ height: 0, longestWord: 0 });
  const { children, style } = (await coverTree(collection, look, latin, measure)) as unknown as Box;
  return {
    direction: style.direction,
    words: JSON.stringify(children).match(/"text":"[^"]+"/gu),
    lines: children.filter((node) => node.style.backgroundColor).map((node) => node.style.width),
  };
}

test('the cover has the typeset title and person, and a line for each quote', async () => {
  const collection = collectionOf({ text: 'Twelve marks' }, { title: "Ion's Lessons" });
  expect(await coverOf(collection)).toEqual({
    direction: 'ltr',
    words: ['"text":"Ion’s Lessons"', '"text":"Ion Stoica"'],
    lines: [1300],
  });
});

test('the cover has the direction of the collection’s language', async () => {
  expect((await coverOf(collectionOf({}, { lang: 'he' }))).direction).toBe('rtl');
});

test('a title with missing glyphs is omitted', async () => {
  const { words } = await coverOf(collectionOf({}, { title: 'Мысли' }));
  expect(words).toEqual(['"text":"“”"', '"text":"Ion Stoica"']);
});

test('the cover of thousands of quotes has a limited number of lines', async () => {
  const { quotes, ...rest } = collectionOf();
  const many = { ...rest, quotes: Array.from({ length: 5000 }, () => quotes[0]) };
  expect((await coverOf(many)).lines.length).toBeLessThanOrEqual(90);
});
