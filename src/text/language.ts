/** The scripts in use that run from right to left. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/u;

/** The language of the interface's own words. */
const INTERFACE = 'en';

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

/** Which way a language runs, by the script that it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(localeOf(lang).script ?? '') ? 'rtl' : 'ltr';
}

/** What is said of words in the midst of another language: nothing where it is the same. */
export function inLanguage(lang: string, around: string): InLanguage {
  if (lang === around) return {};
  const dir = directionOf(lang);
  return dir === directionOf(around) ? { lang } : { lang, dir };
}

/**
 * How a page of a collection tells the interface's words and the collection's apart, which it has
 * to where they are in two languages: `ui` goes on the words of the interface and `content` on
 * those of the collection among them. What holds both takes the language alone, so that it still
 * runs the way of the page.
 */
export function langAttributes({ lang }: { lang: string }): {
  ui: InLanguage;
  content: InLanguage;
} {
  if (localeOf(lang).language === INTERFACE) return { ui: {}, content: {} };
  return { ui: inLanguage(INTERFACE, lang), content: inLanguage(lang, INTERFACE) };
}
