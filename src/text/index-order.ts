import { scriptOf } from './language.ts';
import { memoize } from './memoize.ts';

/** An index ignores the leading article of a title, but not of a name (Le Corbusier). */
export type LabelType = 'title' | 'name';

/**
 * Leading articles, from MARC 21 Appendix F, except the inflected ones of German. One that ends
 * with an apostrophe is not followed by a space. In Arabic and Hebrew the article is part of the
 * word, so it cannot be recognized.
 */
const articles: Record<string, string> = {
  da: 'de|den|det|en|et',
  de: 'der|die|das|ein|eine',
  en: 'the|a|an',
  es: 'el|la|las|lo|los|un|una',
  fr: "le|la|les|un|une|l'",
  hu: 'a|az|egy',
  it: "il|lo|la|i|gli|le|un|uno|una|l'|gl'|un'",
  nb: 'de|den|det|en|ei|et',
  nl: "de|het|een|['’‘]t|['’‘]n",
  nn: 'dei|den|det|ein|ei|eit',
  pt: 'o|a|os|as|um|uma',
  sv: 'de|den|det|en|ett',
};

/** Letters that a language lists under another letter; from the index characters in CLDR. */
const listedUnder: Record<string, Record<string, string>> = {
  ar: { آ: 'ا' },
  da: { AA: 'Å', Ä: 'Æ', Ö: 'Ø' },
  fi: { Æ: 'Ä', Ø: 'Ö' },
  hu: { Ő: 'Ö', Ű: 'Ü' },
  nb: { AA: 'Å', Ä: 'Æ', Ö: 'Ø' },
  nn: { AA: 'Å', Ä: 'Æ', Ö: 'Ø' },
  ro: { Ş: 'Ș', Ţ: 'Ț' },
  sv: { Æ: 'Ä', Ø: 'Ö' },
};

const KANA_ROWS = Array.from('あかさたなはまやらわ');
const HANGUL_INITIALS = Array.from('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ');
const LATIN = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** More strokes than any character in CLDR's stroke order. */
const MAX_STROKES = 64;

interface Alphabet {
  language: string;
  /** An article at the beginning of a label. */
  article: RegExp;
  /** Compares letters, ignoring case and accents. */
  compare: (a: string, b: string) => number;
  /** A to Z in the order of the language. */
  latin: string[];
}

// Every label of an index needs it, and creating a collator is slow.
const alphabetOf = memoize((lang: string): Alphabet => {
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base' });
  const language = new Intl.Locale(lang).language.replace(/^no$/u, 'nb');
  const article = articles[language]
    ?.split('|')
    .map((word) => (word.endsWith("'") ? word.replace("'", "['’]\\s?") : `${word}\\s+`))
    .join('|');
  return {
    language,
    article: article ? new RegExp(`^(?:${article})(?=\\S)`, 'iu') : /(?!)/u,
    compare,
    latin: LATIN.toSorted(compare),
  };
});

const withoutMarks = (label: string): string => label.replace(/^[\p{P}\p{S}\s]+/u, '');

/** Removes the “On” with which the titles of English essays begin. */
export function withoutOn(label: string, lang: string): string {
  return alphabetOf(lang).language === 'en' ? label.replace(/^on\s+(?=\S)/iu, '') : label;
}

/** Returns the sort key of a label, without an English “On”, leading articles and marks. */
export function sortKey(label: string, lang: string, type: LabelType = 'title'): string {
  if (type === 'name') return withoutMarks(label);
  const key = withoutOn(label, lang).replace(/^(?!['’‘][tn]\s)[\p{P}\p{S}\s]+/iu, '');
  return withoutMarks(key.replace(alphabetOf(lang).article, ''));
}

/** Returns a function that compares labels for an index in that language, numbers by value. */
export function indexOrder(lang: string, type: LabelType = 'title') {
  const collator = new Intl.Collator(lang, { numeric: true });
  return (a: string, b: string): number =>
    collator.compare(sortKey(a, lang, type), sortKey(b, lang, type)) || collator.compare(a, b);
}

/**
 * Returns the heading of a label in the index of that language: a letter of its alphabet, a row of
 * kana, a Korean consonant, a pinyin initial or a number of strokes; `#` for anything else.
 */
export function indexLetter(label: string, lang: string, type: LabelType = 'title'): string {
  const alphabet = alphabetOf(lang);
  // Thai and Lao write some vowels before the consonant by which a word is sorted.
  const key = sortKey(label, lang, type).replace(/^[เ-ไເ-ໄ](?=\p{L})/u, '');
  const start = Array.from(key.normalize('NFC').slice(0, 8).toLocaleUpperCase(lang)).slice(0, 3);
  const [first] = start;
  if (!first || !/\p{L}/u.test(first)) return '#';
  const letter = eastAsianLetter(first, lang, alphabet) ?? alphabetLetter(start, alphabet);
  return listedUnder[alphabet.language]?.[letter] ?? letter;
}

/** Returns the first letter, which may be several characters that the language sorts as one. */
function alphabetLetter(start: string[], { compare, latin }: Alphabet): string {
  for (let length = start.length; length > 1; length--) {
    const letters = start.slice(0, length);
    // U+FFFF sorts after every letter.
    const upperBound = `${letters.slice(0, -1).join('')}\uFFFF`;
    if (letters.every((char) => /\p{L}/u.test(char)) && compare(letters.join(''), upperBound) > 0) {
      return letters.join('');
    }
  }
  const first = start[0]!;
  if (latin.includes(first)) return first;
  const plain = /\p{Script=Latin}/u.test(first)
    ? latin.findLast((letter) => compare(letter, first) <= 0)
    : first.normalize('NFD')[0];
  return plain && compare(first, `${plain}\uFFFF`) < 0 ? plain : first;
}

function eastAsianLetter(first: string, lang: string, { language, compare, latin }: Alphabet) {
  const lastUpTo = (letters: string[]) => letters.findLast((letter) => compare(letter, first) <= 0);
  if (language === 'ja' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) {
    return lastUpTo(KANA_ROWS);
  }
  if (language === 'ko' && /[\p{Script=Hangul}\p{Script=Han}]/u.test(first)) {
    return lastUpTo(HANGUL_INITIALS);
  }
  if (language !== 'zh' || !/\p{Script=Han}/u.test(first)) return undefined;
  // Chinese collations contain their headings after U+FDD0: letters, or stroke counts from U+2800.
  if (scriptOf(lang) !== 'Hant') return latin.findLast((x) => compare(`\uFDD0${x}`, first) <= 0);
  const strokes = Array.from({ length: MAX_STROKES }, (_, index) => index + 1).findLast(
    (count) => compare(`\uFDD0${String.fromCodePoint(0x28_00 + count)}`, first) <= 0,
  );
  return strokes === undefined ? undefined : `${strokes}劃`;
}
