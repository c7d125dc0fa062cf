import { describe, expect, test } from 'vitest';
import { directionOf, langAttributes, languageCss } from '../../../src/text/language.ts';

test('the direction of a language is that of its script', () => {
  const rtl = ['he', 'ar-EG', 'fa', 'ur', 'yi', 'ckb', 'dv', 'az-Arab', 'iw'];
  expect(rtl.map(directionOf)).toEqual(rtl.map(() => 'rtl'));
  const ltr = ['en', 'fr-CA', 'zh-Hant', 'az', 'ku', 'he-Latn', 'und'];
  expect(ltr.map(directionOf)).toEqual(ltr.map(() => 'ltr'));
});

test('scripts without italics have another emphasis, and Japanese breaks lines between words', () => {
  expect(languageCss('ja')).toBe(
    ':lang(ja){word-break:auto-phrase}em:lang(ja){font-style:normal;text-emphasis:sesame}',
  );
  expect(languageCss('he-IL')).toBe('em:lang(he-IL){font-style:normal;font-weight:600}');
  expect(languageCss('de')).toBe('');
});

describe('the attributes of an element', () => {
  test('are none inside its own language', () => {
    expect(langAttributes('he', 'he')).toEqual({});
  });

  test('are its language, and its direction only if that changes', () => {
    expect(langAttributes('fr', 'en')).toEqual({ lang: 'fr' });
    expect(langAttributes('ar', 'he')).toEqual({ lang: 'ar' });
    expect(langAttributes('fa', 'en')).toEqual({ lang: 'fa', dir: 'rtl' });
    expect(langAttributes('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
  });
});
