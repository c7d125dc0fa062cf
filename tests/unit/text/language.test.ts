import { describe, expect, test } from 'vitest';
import { directionOf, inLanguage, langAttributes } from '../../../src/text/language.ts';

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
      expect(langAttributes({ lang })).toEqual({ ui: {}, content: {} });
    }
  });

  test('are marked on others, and the collection’s among them', () => {
    expect(langAttributes({ lang: 'fr' })).toEqual({
      ui: { lang: 'en' },
      content: { lang: 'fr' },
    });
    expect(langAttributes({ lang: 'he' })).toEqual({
      ui: { lang: 'en', dir: 'ltr' },
      content: { lang: 'he', dir: 'rtl' },
    });
  });
});
