import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlug, slugger, slugKey, slugOf } from '../../../src/text/slug.ts';

describe('a slug', () => {
  test.each([
    ['On data gravity', 'data-gravity'],
    ['On the "infinite laptop"', 'the-infinite-laptop'],
    ["On Python's dominance", 'pythons-dominance'],
    ['On Python’s dominance', 'pythons-dominance'],
    ['On publishing vs. impact', 'publishing-vs-impact'],
    ['On the 5-year cycle', 'the-5-year-cycle'],
    ['Distributed Systems & Big Data', 'distributed-systems-big-data'],
    ['Ray Paper (OSDI)', 'ray-paper-osdi'],
    ['ON TIMING', 'timing'],
    ['Once more', 'once-more'],
    ['On', 'on'],
    ['  On  spaces  ', 'spaces'],
    ['Über Größe', 'uber-grosse'],
    ['ﬁne print', 'fine-print'],
    ['Ямб', 'yamb'],
  ])('of “%s” is %s', (label, slug) => {
    expect(slugOf(label, 'en')).toBe(slug);
  });

  test.each([
    ['de', 'Über Größe', 'ueber-groesse'],
    ['de-AT', 'ÖL und A\u0308pfel', 'oel-und-aepfel'],
    ['da', 'Århus på Ærø', 'aarhus-paa-aeroe'],
    ['nb', 'Å gå i Tromsø', 'a-ga-i-tromso'],
    ['sv', 'Åka till Göteborg', 'aka-till-goteborg'],
    ['tr', 'Işık ve İstanbul', 'isik-ve-istanbul'],
    ['fr', 'On ne naît pas', 'on-ne-nait-pas'],
  ])('in %s: “%s” is %s', (lang, label, slug) => {
    expect(slugOf(label, lang)).toBe(slug);
  });

  test('of a label without letters is a short, stable hash', () => {
    expect(slugOf('…!?', 'en')).toMatch(/^x[a-z0-9]{1,7}$/u);
    expect(slugOf('…!?', 'en')).toBe(slugOf('…!?', 'en'));
    expect(slugOf('…!?', 'en')).not.toBe(slugOf('?!…', 'en'));
  });

  test('of a long label ends with a whole word, within 100 bytes', () => {
    expect(slugOf('word '.repeat(40), 'en')).toBe('word-'.repeat(20).slice(0, -1));
    expect(slugOf('x'.repeat(300), 'en')).toBe('x'.repeat(100));
  });

  test('of any label is valid in a URL and can be made unique', () => {
    const label = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', '-', ' '), minLength: 90, maxLength: 120 }),
    );
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
        const slugFor = slugger('en');
        const slugs = [...labels, ...labels].map((label) => slugFor(label));
        expect(slugs.filter((slug) => !isSlug(slug))).toEqual([]);
        expect(new Set(slugs).size).toBe(slugs.length);
      }),
    );
  });
});

describe('unique slugs', () => {
  test('are numbered in the order of the labels', () => {
    const slugFor = slugger('en');
    expect(['On timing', 'Timing', 'on timing', 'Else'].map((label) => slugFor(label))).toEqual([
      'timing',
      'timing-2',
      'timing-3',
      'else',
    ]);
  });

  test('avoid slugs that are taken, in any case, and the names of routes', () => {
    const slugFor = slugger('en', ['Timing', 'else-2']);
    expect(['timing', 'else', 'else', 'page', 'index'].map((label) => slugFor(label))).toEqual([
      'timing-2',
      'else',
      'else-3',
      'page-2',
      'index-2',
    ]);
  });

  test('stay well formed if the number replaces letters', () => {
    const label = `${'a'.repeat(97)} bb`;
    const slugFor = slugger('en');
    expect([slugFor(label), slugFor(label)]).toEqual([
      `${'a'.repeat(97)}-bb`,
      `${'a'.repeat(97)}-2`,
    ]);
  });
});

test('a name is a slug if it is short kebab-case ASCII and not a route', () => {
  expect(['a', 'a-b', '5-year', 'x'.repeat(100)].every(isSlug)).toBe(true);
  const names = ['', 'A', 'a_b', 'a--b', '-a', 'a-', 'é', 'a b', 'index', 'page', 'x'.repeat(101)];
  expect(names.filter(isSlug)).toEqual([]);
});

test('labels that differ only in case and Unicode form have the same key', () => {
  expect(slugKey('Cafe\u0301')).toBe(slugKey('CAF\u00C9'));
  expect(slugKey('ﬁne')).toBe(slugKey('Fine'));
  expect(slugKey('a')).not.toBe(slugKey('b'));
});
