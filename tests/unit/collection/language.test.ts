import { describe, expect, test } from 'vitest';
import { directionOf, inLanguage, languagesOf } from '../../../src/collection/language.ts';

test('a language runs the way of the script that it is written in', () => {
  const rtl = ['he', 'ar-EG', 'fa', 'ur', 'yi', 'ckb', 'dv', 'az-Arab', 'iw'];
  expect(rtl.map(directionOf)).toEqual(rtl.map(() => 'rtl'));
  const ltr = ['en', 'fr-CA', 'zh-Hant', 'az', 'ku', 'he-Latn', 'und'];
  expect(ltr.map(directionOf)).toEqual(ltr.map(() => 'ltr'));
});

describe('an element says of its language', () => {
  test('nothing in the midst of the same', () => {
    expect(inLanguage('he', 'he')).toEqual({});
  });

  test('its name, and its direction only where that turns', () => {
    expect(inLanguage('fr', 'en')).toEqual({ lang: 'fr' });
    expect(inLanguage('ar', 'he')).toEqual({ lang: 'ar' });
    expect(inLanguage('fa', 'en')).toEqual({ lang: 'fa', dir: 'rtl' });
    expect(inLanguage('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
  });
});

describe('the words of the interface', () => {
  test('are not marked on the pages of a collection in English, of any country', () => {
    for (const lang of ['en', 'en-GB']) {
      expect(languagesOf({ lang })).toEqual({ ours: {}, theirs: {} });
    }
  });

  test('are marked on others, and the collection’s among them', () => {
    expect(languagesOf({ lang: 'fr' })).toEqual({
      ours: { lang: 'en' },
      theirs: { lang: 'fr' },
    });
    expect(languagesOf({ lang: 'he' })).toEqual({
      ours: { lang: 'en', dir: 'ltr' },
      theirs: { lang: 'he', dir: 'rtl' },
    });
  });
});
