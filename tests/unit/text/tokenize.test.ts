import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, words } from '../../../src/text/tokenize.ts';

const folded = (text: string) => words(text).map((word) => word.folded);

describe('a folded word', () => {
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
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['ﬁle', 'file'],
    ['ＡＰＩ', 'api'],
    ['don’t', 'dont'],
    ["don't", 'dont'],
    ['soft\u00adware', 'software'],
    ['C++', 'c'],
    ['…', ''],
  ])('%s is compared as %s', (word, expected) => {
    expect(fold(word)).toBe(expected);
  });

  test('keeps the vowel signs that are part of the spelling', () => {
    expect(fold('हिन्दी')).not.toBe(fold('हन्द'));
    expect(fold('ガス')).not.toBe(fold('カス'));
  });

  test('folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  test.each([
    ['Moving data is expensive.', ['moving', 'data', 'is', 'expensive']],
    ["I can't — won’t!", ['i', 'cant', 'wont']],
    ["'Well, if …'", ['well', 'if']],
    ['lock-in, peer‑to‑peer', ['lock', 'in', 'peer', 'to', 'peer']],
    ['disk I/O at 3 AM', ['disk', 'i', 'o', 'at', '3', 'am']],
    ["l'économie d’un pays", ['l', 'economie', 'd', 'un', 'pays']],
    ["dell'arte", ['dell', 'arte']],
    ['機械学習は楽しい', ['機械', '学習', 'は', '楽しい']],
    ['สวัสดีชาวโลก', ['สวัสดี', 'ชาว', 'โลก']],
    ['AIの時代', ['ai', 'の', '時代']],
    ['한국어', ['한국어'.normalize('NFKD')]],
    ['… — “” !?', []],
  ])('of %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  test('stand where their offsets say, in the text as it was given', () => {
    const text = 'Une e\u0301le\u0301gance “don’t” 日本語';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Une',
      'e\u0301le\u0301gance',
      'don’t',
      '日本語',
    ]);
  });

  test('are the same for text as written and as set in type', () => {
    expect(folded(`"We don't" -- he said...`)).toEqual(folded('“We don’t” — he said…'));
  });

  test('follow one another and fold to what they say, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(fold(text.slice(word.start, word.end))).toBe(word.folded);
          last = word.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
