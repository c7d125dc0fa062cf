/** The scripts in use that run from right to left. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/u;

/** Attributes that an element carries to say what its words are in. */
export interface InLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

// Few languages are asked about on every page, and a locale takes long to make.
const locales = new Map<string, Intl.Locale>();

function localeOf(lang: string): Intl.Locale {
  let locale = locales.get(lang);
  if (!locale) locales.set(lang, (locale = new Intl.Locale(lang).maximize()));
  return locale;
}

/** The script that a language is written in, by its code: `Latn`, `Hans`. */
export function scriptOf(lang: string): string {
  return localeOf(lang).script ?? '';
}

/** Which way a language runs, by the script that it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(scriptOf(lang)) ? 'rtl' : 'ltr';
}

/** What is said of words in the midst of another language: nothing where it is the same. */
export function inLanguage(lang: string, around: string): InLanguage {
  if (lang === around) return {};
  const dir = directionOf(lang);
  return dir === directionOf(around) ? { lang } : { lang, dir };
}
