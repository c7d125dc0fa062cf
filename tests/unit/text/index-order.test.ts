import { describe, expect, test } from 'vitest';
import { indexLetter, indexOrder, sortKey, withoutOn } from '../../../src/text/index-order.ts';

// Articles: MARC 21, Appendix F. Letters: CLDR, index characters of each locale.
describe('an index sorts a title without its leading article and marks', () => {
  test.each([
    ['en', 'On the "infinite laptop"', 'infinite laptop"'],
    ['en', 'On "API" design', 'API" design'],
    ['en', '“A Room of One’s Own”', 'Room of One’s Own”'],
    ['en', 'Once more', 'Once more'],
    ['en', 'The', 'The'],
    ['fr', 'L’Étranger', 'Étranger'],
    ['fr', "« L'Avare »", 'Avare »'],
    ['fr', 'Les Misérables', 'Misérables'],
    ['fr', 'On ne badine pas', 'On ne badine pas'],
    ['fr', 'Lettres', 'Lettres'],
    ['de', 'Der Prozess', 'Prozess'],
    ['de', '„Die Räuber“', 'Räuber“'],
    ['de', 'Dernier cri', 'Dernier cri'],
    ['es', 'El Aleph', 'Aleph'],
    ['it', 'Un’idea', 'idea'],
    ['it', 'Gli indifferenti', 'indifferenti'],
    ['pt', 'Os Lusíadas', 'Lusíadas'],
    ['nl', 'Het achterhuis', 'achterhuis'],
    ['nl', '’t Hart', 'Hart'],
    ['sv', 'Den allvarsamma leken', 'allvarsamma leken'],
    ['no', 'Et dukkehjem', 'dukkehjem'],
    ['hu', 'Az ember tragédiája', 'ember tragédiája'],
    ['tr', 'A harfi', 'A harfi'],
  ])('%s: %s', (lang, label, key) => {
    expect(sortKey(label, lang)).toBe(key);
  });

  test('a name keeps its article', () => {
    expect(sortKey('Le Corbusier', 'fr', 'name')).toBe('Le Corbusier');
    expect(indexLetter('El Greco', 'es', 'name')).toBe('E');
  });

  test('only an English theme loses its “On”', () => {
    expect(withoutOn('On the laptop', 'en-GB')).toBe('the laptop');
    expect(withoutOn('On ne badine pas', 'fr')).toBe('On ne badine pas');
  });
});

describe('an index in a language', () => {
  test.each([
    ['en', 'On écoles|Øresund|Æsop|Ñandú|Ямб|5-year cycles|…', 'E O A N Я # #'],
    ['de', 'Ärger|Öl|Übung|ßig', 'A O U S'],
    ['fr', 'Œuvres|École|Ça ira', 'O E C'],
    ['sv', 'Åska|ängel|Örn|Übermensch|Ærø|Øst|Wallander', 'Å Ä Ö Y Ä Ö W'],
    ['da', 'Ære|øl|Århus|Aarhus|Ärger|Öl', 'Æ Ø Å Å Æ Ø'],
    ['tr', 'çay|Ğ|ışık|istanbul|Öz|şiir|Üzüm|Kâğıt', 'Ç Ğ I İ Ö Ş Ü K'],
    ['es', 'Ñandú|Árbol|Chile|llama', 'Ñ A C L'],
    ['cs', 'chléb|Chléb|cena|čaj|řeka|Ústí', 'CH CH C Č Ř U'],
    ['hu', 'csók|dzsem|Gyula|Őr|Ödön|kő', 'CS DZS GY Ö Ö K'],
    ['hr', 'džep|Ljubav|njega|dar', 'DŽ LJ NJ D'],
    ['pl', 'Łódź|Żaba|Ćma|lato', 'Ł Ż Ć L'],
    ['ru', 'Ёлка|Ещё|йод', 'Е Е Й'],
    ['ar', 'أمل|إيمان|آفاق|بيت', 'ا ا ا ب'],
    ['he', '“שלום”|אמת', 'ש א'],
    ['th', 'เกม|กา', 'ก ก'],
    ['ja', 'アメリカ|がっこう|ヴェニス|ぱん|をとこ|人生', 'あ か あ は わ 人'],
    ['ko', '까치|나라|힘', 'ㄱ ㄴ ㅎ'],
    ['zh', '阿|北京|重要|李白|API', 'A B Z L A'],
    ['zh-Hant', '一|北京|王', '1劃 5劃 4劃'],
  ])('has its letters: %s', (lang, labels, letters) => {
    expect(labels.split('|').map((label) => indexLetter(label, lang))).toEqual(letters.split(' '));
  });

  test('is sorted by its rules, numbers by value', () => {
    const sort = (lang: string, ...labels: string[]) => labels.toSorted(indexOrder(lang)).join(' ');
    expect(sort('en', 'zeal', 'On écoles', 'The debt', '10', '9', 'fear')).toBe(
      '9 10 The debt On écoles fear zeal',
    );
    expect(sort('sv', 'öl', 'zebra', 'ål', 'ärt', 'ost')).toBe('ost zebra ål ärt öl');
    expect(sort('cs', 'chata', 'cena', 'hora', 'iris')).toBe('cena hora chata iris');
  });
});
