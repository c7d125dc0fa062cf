import { memoize } from './memoize.ts';

/** The scripts in use that run from right to left. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/u;

/** Attributes that an element carries to say what its words are in. */
export interface InLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

// Few languages are asked about on every page, and a locale takes long to make.
const localeOf = memoize((lang: string) => new Intl.Locale(lang).maximize());

/** A tag and what it begins with, by the lookup of RFC 4647: `pt-BR`, then `pt`. */
export function fallbackTags(lang: string): string[] {
  const subtags = lang.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
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

/** How scripts without italics emphasize, and how those without spaces break lines, in CSS. */
const habits: Record<string, { em?: string; text?: string }> = {
  Arab: { em: 'font-weight:600' },
  Hans: { em: 'text-emphasis:dot;text-emphasis-position:under' },
  Hant: { em: 'text-emphasis:dot;text-emphasis-position:under' },
  Hebr: { em: 'font-weight:600' },
  Jpan: { em: 'text-emphasis:sesame', text: 'word-break:auto-phrase' },
  Kore: { em: 'font-weight:600', text: 'word-break:keep-all' },
};

/** The rules by which a language is set otherwise than browsers do; often none. */
export function languageCss(lang: string): string {
  const { em, text } = habits[scriptOf(lang)] ?? {};
  return [
    ...(text ? [`:lang(${lang}){${text}}`] : []),
    ...(em ? [`em:lang(${lang}){font-style:normal;${em}}`] : []),
  ].join('');
}
