import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize, tokenize } from '../../../src/text/tokenize.ts';

const termsOf = (text: string) => tokenize(text).map(({ term }) => term);

describe('a normalized word', () => {
  test.each([
    ['Spark', 'spark'],
    ['Élégance', 'elegance'],
    ['e\u0301le\u0301gance', 'elegance'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['ısı', 'isi'],
    ['İstanbul', 'istanbul'],
    ['ΛΟΓΟΣ', 'λογοσ'],
    ['λόγος', 'λογοσ'],
    ['Ещё', 'еще'],
    ['שָׁלוֹם', 'שלומ'],
    ['مُحَمَّد', 'محمد'],
    ['ﬁle', 'file'],
    ['ＡＰＩ', 'api'],
    ['don’t', 'dont'],
    ["don't", 'dont'],
    ['soft\u00adware', 'software'],
    ['أحمد', 'احمد'],
    ['ٱلعلم', 'العلم'],
    ['العلـم', 'العلم'],
    ['کتابی', 'كتابي'],
    ['काग़ज़', 'कागज'],
    ['۱۲', '12'],
    ['ｺﾝﾋﾟｭｰﾀ', 'こんぴゅーた'.normalize('NFKD')],
    ['ışık', 'isik'],
    ['C++', 'c++'],
    ['🚀', '🚀'],
    ['…', ''],
  ])('%s is compared as %s', (word, expected) => {
    expect(normalize(word)).toBe(expected);
  });

  test('keeps the vowel signs that are part of the spelling', () => {
    expect(normalize('हिन्दी')).not.toBe(normalize('हन्द'));
    expect(normalize('ガス')).not.toBe(normalize('カス'));
  });

  test('does not change if it is normalized again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });
});

describe('the tokens of a text', () => {
  test.each([
    ['Moving data is expensive.', ['moving', 'data', 'is', 'expensive']],
    ["I can't — won’t!", ['i', 'cant', 'wont']],
    ["'Well, if …'", ['well', 'if']],
    ['lock-in, peer‑to‑peer', ['lock', 'in', 'peer', 'to', 'peer']],
    ['disk I/O at 3 AM', ['disk', 'i', 'o', 'at', '3', 'am']],
    ["l'économie d’un pays", ['l', 'economie', 'd', 'un', 'pays']],
    ["dell'arte", ['dell', 'arte']],
    ['学習は', ['学習', '習は', 'は']],
    ['โลก', ['โล', 'ลก', 'ก']],
    ['AIの時代', ['ai', 'の時', '時代', '代']],
    ['한국어', ['한국', '국어', '어'].map((pair) => pair.normalize('NFKD'))],
    ['C++ or C#, A+B', ['c++', 'or', 'c#', 'a', '+', 'b']],
    ['3AM, 5yr, a16z', ['3', 'am', '5', 'yr', 'a16z']],
    ['Ship it 🚀👍🏽 for €5', ['ship', 'it', '🚀', '👍', 'for', '€', '5']],
    ['… — “” !?', []],
  ])('are its terms in order: %s', (text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  test('have offsets in the original text', () => {
    const text = 'Une e\u0301le\u0301gance “don’t” 日本語';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Une',
      'e\u0301le\u0301gance',
      'don’t',
      '日本',
      '本語',
      '語',
    ]);
  });

  test('are the same in written and typeset text', () => {
    expect(termsOf(`"We don't" -- he said...`)).toEqual(termsOf('“We don’t” — he said…'));
  });

  test('are in order and match the text at their offsets, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(normalize(text.slice(token.start, token.end))).toBe(token.term);
          last = token.start;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
