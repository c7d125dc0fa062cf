import { expect, test } from 'vitest';
import { charactersOf } from '../../../src/build/fonts.ts';
import { words } from '../../../src/i18n/words.ts';
import { loadCollectionOrThrow } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

const quote = (lines: string) => `---\npart: 1\ntheme: Zeit\nsource: Briefe\n${lines}`;

test('the fonts have the quotation marks of every language and the characters of typeset texts', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    [
      'collection.yaml',
      'title: Gedanken\nperson: Jemand\nlang: de\nintroduction: Ganz *kurz*.\nparts:\n  - number: 1\n    title: Eins\n    slug: eins\n',
    ],
    ['quotes/zeit.md', quote("---\n\nAlles hat *ein's* Zeit...\n")],
    ['quotes/temps.md', quote('lang: fr\n---\n\nTout passe.\n')],
  ]);
  const { normal, italic } = charactersOf(loadCollectionOrThrow(folder).collection);
  expect([...'„“«»…'].filter((mark) => !normal.includes(mark))).toEqual([]);
  expect(italic).toContain('’');
  expect(italic).toContain('kurz');
  // The number of the only part.
  expect(italic.match(/\d/gu)).toEqual(['1']);
});

test('the fonts have the characters of a collection without parts and themes', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['collection.yaml', 'title: 言葉\nlang: ja\n'],
    ['quotes/kotoba.md', '言葉は力である。\n'],
  ]);
  const { normal } = charactersOf(loadCollectionOrThrow(folder).collection);
  const { t } = words({ lang: 'ja' });
  const set = `「言葉は力である。」${t('search.title')}${t('step.next')}`;
  expect(Array.from(set).filter((character) => !normal.includes(character))).toEqual([]);
});
