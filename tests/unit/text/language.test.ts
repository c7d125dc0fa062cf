import { describe, expect, test } from 'vitest';
import { directionOf, inLanguage, languageCss } from '../../../src/text/language.ts';

test('a language runs the way of the script that it is written in', () => {
  const rtl = ['he', 'ar-EG', 'fa', 'ur', 'yi', 'ckb', 'dv', 'az-Arab', 'iw'];
  expect(rtl.map(directionOf)).toEqual(rtl.map(() => 'rtl'));
  const ltr = ['en', 'fr-CA', 'zh-Hant', 'az', 'ku', 'he-Latn', 'und'];
  expect(ltr.map(directionOf)).toEqual(ltr.map(() => 'ltr'));
});

test('a script without italics emphasizes in its own way, and breaks lines where its words end', () => {
  expect(languageCss('ja')).toBe(
    ':lang(ja){word-break:auto-phrase}em:lang(ja){font-style:normal;text-emphasis:sesame}',
  );
  expect(languageCss('he-IL')).toBe('em:lang(he-IL){font-style:normal;font-weight:600}');
  expect(languageCss('de')).toBe('');
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
