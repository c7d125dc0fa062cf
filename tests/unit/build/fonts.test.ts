import { expect, test } from 'vitest';
import { charactersOf } from '../../../src/build/fonts.ts';
import { loadCollectionOrThrow } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

const quote = (lines: string) => `---\npart: 1\ntheme: Zeit\nsource: Briefe\n${lines}`;

test('the fonts are cut to the marks of each language that a quote is in, and to its set text', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [
    [
      'collection.yaml',
      'title: Gedanken\nperson: Jemand\nlang: de\nintroduction: Kurz.\nparts:\n  - number: 1\n    title: Eins\n    slug: eins\n',
    ],
    ['quotes/zeit.md', quote("---\n\nAlles hat *ein's* Zeit...\n")],
    ['quotes/temps.md', quote('lang: fr\n---\n\nTout passe.\n')],
  ]);
  const { upright, italic } = charactersOf(loadCollectionOrThrow(folder));
  expect([...'„“«»…'].filter((mark) => !upright.includes(mark))).toEqual([]);
  expect(italic).toContain('’');
});
