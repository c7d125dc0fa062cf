import { describe, expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { dictionaryFor, words } from '../../../src/i18n/words.ts';

describe('the dictionary of a language', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh-Hans-CN', 'zh'],
    ['zh-CN', 'zh'],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['tlh', 'en'],
    // Another script than that of the dictionary is not what its readers read.
    ['en-Shaw', 'en'],
    ['zh-TW', 'en'],
  ])('of %s is %s', (lang, tag) => {
    expect(dictionaryFor(lang) ?? 'en').toBe(tag);
  });

  test('is not marked on the pages of a collection in its language, of any country', () => {
    for (const lang of ['en', 'en-GB']) {
      expect(words({ lang })).toMatchObject({ lang, ui: {}, content: {} });
    }
  });

  test('is English with its mark where there is none, and the collection’s words are marked in it', () => {
    expect(words({ lang: 'is' })).toMatchObject({
      lang: 'en',
      ui: { lang: 'en' },
      content: { lang: 'is' },
    });
    expect(words({ lang: 'fa' })).toMatchObject({
      lang: 'en',
      ui: { lang: 'en', dir: 'ltr' },
      content: { lang: 'fa', dir: 'rtl' },
    });
  });
});

describe('a message', () => {
  const { t, onPage, around } = words({ lang: 'en' });

  test('has its values filled in, numbers as the language writes them', () => {
    expect(t('page.number', { page: 1200 })).toBe('Page 1,200');
    expect(t('part', { number: '2024' })).toBe('Part 2024');
  });

  test('takes the plural form of its count', () => {
    expect(t('count.quotes', { count: 1 })).toBe('1 quote');
    expect(t('count.quotes', { count: 1200 })).toBe('1,200 quotes');
  });

  test('keeps a value that looks like a name of another', () => {
    expect(t('search.none', { query: '{query} $1' })).toBe('No quotes found for {query} $1');
  });

  test('names the page of a list from the second on', () => {
    expect(onPage('Hope', 1)).toBe('Hope');
    expect(onPage('Hope', 2)).toBe('Hope · Page 2');
  });

  test('is cut around its value where that is markup', () => {
    expect(around('search.didYouMean')).toEqual(['Did you mean ', '?']);
  });

  test('is the collection’s own where it words it differently', () => {
    const own = words({ lang: 'en', words: { part: 'Book {number}' } });
    expect(own.t('part', { number: 'II' })).toBe('Book II');
    expect(own.t('site.menu')).toBe(en['site.menu']);
  });
});

test.each([
  ['2024-05-01', '1 May 2024'],
  ['2024-05', 'May 2024'],
  ['2024', '2024'],
])('the date %s reads as %s', (date, text) => {
  expect(words({ lang: 'en' }).date(date)).toBe(text);
});
