export interface Word {
  /** As it is compared: see `fold`. */
  folded: string;
  /** Offsets in the text the word came from; `end` is exclusive. */
  start: number;
  end: number;
}

// Letters that no Unicode decomposition takes apart, though keyboards lack them.
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  þ: 'th',
  ς: 'σ',
};
const spelledOutLetters = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

// Only marks that readers leave out; the vowel signs of Indic scripts and Thai are part of the spelling.
const optionalMarks = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670]/g;

// Apostrophes and tatweel count as letters in Unicode, so they are named beside everything that does not.
const insignificant = /[^\p{L}\p{N}\p{M}]|[ʹʼʻˈ\u0640]/gu;

const ascii = /^[a-z\d]*$/;

/** The form in which words are compared: no case, accents, punctuation or invisible characters. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  return word
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .toLowerCase()
    .replace(spelledOutLetters, (letter) => spelledOut[letter] ?? letter)
    .replace(insignificant, '')
    .normalize('NFKD');
}

const letters = '[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*';
const apostrophe = "['’‘‛′´`＇]";
const writtenWord = new RegExp(`${letters}(?:${apostrophe}${letters})*`, 'gu');

// French and Italian articles lean on the next word ("l'économie", "dell'arte"), which must be found alone.
const elided = new RegExp(
  `^(?:[cdjlmnst]|qu|un|\\p{L}+ll)${apostrophe}(?=\\p{L}\\p{M}*\\p{L})`,
  'iu',
);

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

/** The words of a text in their order; the parts of a hyphenated word are words of their own. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  const add = (written: string, start: number) => {
    const folded = fold(written);
    if (folded) found.push({ folded, start, end: start + written.length });
  };
  for (const { 0: written, index } of text.matchAll(writtenWord)) {
    if (unspaced.test(written)) {
      // Made once, because making one takes longer than using it.
      segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
      for (const { segment, index: within, isWordLike } of segmenter.segment(written)) {
        if (isWordLike) add(segment, index + within);
      }
      continue;
    }
    const article = elided.exec(written)?.[0].length ?? 0;
    if (article) add(written.slice(0, article - 1), index);
    add(written.slice(article), index + article);
  }
  return found;
}
