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
    // A dictionary in another script is not used.
    ['en-Shaw', 'en'],
    ['zh-TW', 'en'],
  ])('of %s is %s', (lang, tag) => {
    expect(dictionaryFor(lang) ?? 'en').toBe(tag);
  });

  test('needs no attributes on pages in its language, with any region', () => {
    for (const lang of ['en', 'en-GB']) {
      expect(words({ lang })).toMatchObject({ lang, ui: {}, content: {} });
    }
  });

  test('is English if there is none, and then attributes mark interface and content', () => {
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

  test('has its values filled in, with numbers formatted', () => {
    expect(t('page.number', { page: 1200 })).toBe('Page 1,200');
    expect(t('part', { number: '2024' })).toBe('Part 2024');
  });

  test('takes the plural form of its count', () => {
    expect(t('count.quotes', { count: 1 })).toBe('1 quote');
    expect(t('count.quotes', { count: 1200 })).toBe('1,200 quotes');
  });

  test('keeps a value that looks like a placeholder', () => {
    expect(t('search.none', { query: '{query} $1' })).toBe('No quotes found for {query} $1');
  });

  test('shows the page number of a list from the second page on', () => {
    expect(onPage('Hope', 1)).toBe('Hope');
    expect(onPage('Hope', 2)).toBe('Hope · Page 2');
  });

  test('is split around its value, which may be markup', () => {
    expect(around('search.didYouMean')).toEqual(['Did you mean ', '?']);
  });

  test('is the collection’s own if it replaces it', () => {
    const own = words({ lang: 'en', words: { part: 'Book {number}' } });
    expect(own.t('part', { number: 'II' })).toBe('Book II');
    expect(own.t('site.menu')).toBe(en['site.menu']);
  });
});

test.each([
  ['2024-05-01', '1 May 2024'],
  ['2024-05', 'May 2024'],
  ['2024', '2024'],
])('the date %s is formatted as %s', (date, text) => {
  expect(words({ lang: 'en' }).date(date)).toBe(text);
});
