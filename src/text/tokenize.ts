export interface Token {
  /** The normalized form; see `normalize`. */
  term: string;
  /** Offsets in the text; `end` is exclusive. Tokens of scripts without spaces overlap. */
  start: number;
  end: number;
}

/** Letters of scripts without spaces between words, for a character class with the flag `u`. */
export const UNSPACED_LETTERS = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{Script=${script}}`)
  .concat('ーｰ々')
  .join('');

// Korean puts spaces between phrases, but its readers search for the words within them.
const BIGRAM = `(?=\\p{L})[${UNSPACED_LETTERS}\\p{Script=Hangul}]`;
const MARKS = '[\\p{M}\\p{Cf}]*';
const LETTER = `(?!${BIGRAM})[\\p{L}\\p{N}]${MARKS}`;
const APOSTROPHE = "['’‘‛′´`＇]";

// A run of a script without spaces; a number before its unit ("5yr"); a word, also C++; a symbol.
const tokenPattern = new RegExp(
  `(?<run>(?:${BIGRAM}${MARKS})+)` +
    `|\\p{N}+(?=\\p{L})` +
    `|(?:${LETTER})+(?:${APOSTROPHE}(?:${LETTER})+)*(?:[+#]+(?!\\p{L}))?` +
    `|[\\p{Sm}\\p{Sc}\\p{So}][\\p{M}\\p{Cf}\\p{Sk}]*`,
  'gu',
);
const clusterPattern = new RegExp(`\\p{L}${MARKS}`, 'gu');
const bigramLetter = new RegExp(`^${BIGRAM}`, 'u');

// Of the scripts without spaces, Thai has the lowest code points.
const FIRST_UNSPACED = 0x0e00;

// Elided articles of French and Italian ("l'économie", "dell'arte") are separate tokens.
const elision = new RegExp(
  `^(?:[cdjlmnst]|qu|un|\\p{L}+ll)${APOSTROPHE}(?=\\p{L}\\p{M}*\\p{L})`,
  'iu',
);

// Letters that readers type interchangeably and that have no Unicode decomposition.
const VARIANTS = new Map(
  `ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d ħ:h ı:i ŋ:n þ:th ς:σ ٱ:ا ى:ي ی:ي ے:ي ک:ك ة:ه ہ:ه ھ:ه ە:ه ء: ך:כ ם:מ ן:נ ף:פ ץ:צ ँ:ं`
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const variantPattern = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'gu');

// Only marks that readers leave out; vowel signs of Indic scripts and Thai belong to the spelling.
const optionalMarks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\ufe0e\ufe0f]/gu;

// In Unicode, modifier apostrophes and tatweel are letters.
const insignificant = /[^\p{L}\p{N}\p{M}\p{Sm}\p{Sc}\p{So}#]|[ʹʼʻˈ\u0640]/gu;
const katakana = /[\u30a1-\u30f6]/gu;
const easternDigits = /[٠-٩۰-۹]/gu;
const ascii = /^[a-z\d]*$/u;

/** Returns a word without case, accents, punctuation, width and letter variants, for comparison. */
export function normalize(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  const bare = word
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(insignificant, '');
  return (bare === 'ء' ? bare : bare.replace(variantPattern, (letter) => VARIANTS.get(letter)!))
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(optionalMarks, '');
}

/** Whether a term is a pair of letters from a script without spaces. */
export function isBigram(term: string): boolean {
  return term.charCodeAt(0) >= FIRST_UNSPACED && bigramLetter.test(term);
}

/**
 * Splits a text into tokens. The parts of a hyphenated word are separate tokens. In scripts without
 * spaces, every two neighbouring letters are a token, and so is the last letter of a run.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, end: number) => {
    const term = normalize(text.slice(start, end));
    if (term) tokens.push({ term, start, end });
  };
  for (const { 0: written, index, groups } of text.matchAll(tokenPattern)) {
    if (groups?.['run']) {
      const letters = [...written.matchAll(clusterPattern)];
      letters.forEach(({ index: at }, i) => {
        const next = letters[i + 1] ?? letters[i]!;
        add(index + at, index + next.index + next[0].length);
      });
      continue;
    }
    const article = elision.exec(written)?.[0].length ?? 0;
    if (article) add(index, index + article - 1);
    add(index + article, index + written.length);
  }
  return tokens;
}
