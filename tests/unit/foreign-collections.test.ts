import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quoteTitle } from '../../src/collection/quote-title.ts';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { collectionData } from '../../src/collection/quote-data.ts';
import { bookPackage } from '../../src/outputs/epub/epub.ts';
import { bookPages } from '../../src/outputs/epub/pages.ts';
import { atomFeed, jsonFeed } from '../../src/outputs/feeds.ts';
import { llmsText } from '../../src/outputs/llms-txt.ts';
import { oembed } from '../../src/outputs/embed.ts';
import { shareFormats } from '../../src/outputs/share-formats.ts';
import { quotation } from '../../src/outputs/structured-data.ts';
import { searchData } from '../../src/search/documents.ts';
import { site } from './outputs/collection.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

const fixtures = 'tests/fixtures/collections';

/** 1,200 invented sentences. */
function proverbs(): string {
  const folder = temporaryFolder();
  const quotes = Array.from({ length: 1200 }, (_, at) => {
    return [`quotes/kotowaza-${at}.md`, `第${at}句、石の上にも${at * 7}年。\n`] as const;
  });
  writeFiles(folder, [['collection.yaml', 'title: ことわざ\nlang: ja\n'], ...quotes]);
  return folder;
}

describe.each([
  ['German lines without subjects or parts', () => join(fixtures, 'faust'), 12, 0],
  ['quotes with only a person, by twenty people', () => join(fixtures, 'sententiae'), 20, 20],
  ['Arabic poems', () => join(fixtures, 'ashar'), 6, 0],
  ['1,200 Japanese proverbs', proverbs, 1200, 0],
  ['one quote without any fields', () => join(fixtures, 'one-quote'), 1, 0],
])('a collection of %s', (_, folder, quotes, people) => {
  const load = () => loadCollectionOrThrow(folder());

  test('loads without problems', () => {
    const { collection, problems } = load();
    expect(problems).toEqual([]);
    expect(collection.quotes).toHaveLength(quotes);
    expect(collection.people).toHaveLength(people);
    expect(collection.parts).toEqual([]);
    expect(collection.subjects).toEqual([]);
  });

  test('has no trace of unused kinds of label in any output', () => {
    const { collection } = load();
    const [quote] = collection.quotes as [(typeof collection.quotes)[number]];
    const address = `https://example.org/quotes/${quote.id}/`;
    const data = collectionData(collection, site);
    const outputs = [
      JSON.stringify(data),
      JSON.stringify(jsonFeed(collection, site)),
      JSON.stringify(searchData(collection)),
      JSON.stringify(quotation(quote, collection, site)),
      JSON.stringify(oembed(quote, collection, site)),
      atomFeed(collection, site),
      llmsText(collection, site),
      bookPackage(collection, bookPages(collection, site), [], site),
      ...bookPages(collection, site).map(({ xhtml }) => xhtml),
      ...shareFormats(quote, address, collection).map(({ text }) => text),
    ];
    for (const output of outputs) {
      expect(output).not.toMatch(/undefined|null|Unknown|\bParts?\b|“”/u);
      expect(output).not.toMatch(/— *(?:[\n,]|$)/u);
    }
    expect(data.quotes.every(({ part }) => part === undefined)).toBe(true);
    expect(data.person).toBe(collection.person);
  });
});

test('the title of a quote without a theme is its first words, which copied text does not repeat', () => {
  const { collection } = loadCollectionOrThrow(join(fixtures, 'sententiae'));
  const quote = collection.quotes.find(({ id }) => id === 'carpe-diem-quam-minimum')!;
  expect(quoteTitle(quote)).toBe('Carpe diem, quam minimum credula postero.');
  const formats = shareFormats(quote, 'https://example.org/x/', collection);
  for (const { id, text } of formats.filter(
    (form) => form.id !== 'bibtex' && form.id !== 'csl-json',
  )) {
    expect([id, text.split('Carpe diem').length]).toEqual([id, id === 'reference' ? 1 : 2]);
  }
  expect(formats.find(({ id }) => id === 'quote')!.text).toBe(
    '“Carpe diem, quam minimum credula postero.” — Horatius\nhttps://example.org/x/',
  );
});

test('people have pages only if more than one is quoted', () => {
  const listed = (name: string) =>
    loadCollectionOrThrow(join(fixtures, name)).collection.people.map((person) => person.slug);
  expect(listed('faust')).toEqual([]);
  expect(listed('one-quote')).toEqual([]);
  expect(listed('sententiae')).toHaveLength(20);
  expect(listed('sententiae')[0]).toBe('augustinus');
});
