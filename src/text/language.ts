import { memoize } from './memoize.ts';

/** Right-to-left scripts that are in use today. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/u;

/** The attributes of an element for its language and direction. */
export interface LangAttributes {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

// Every page needs the same few languages, and creating a locale is slow.
const localeOf = memoize((lang: string) => new Intl.Locale(lang).maximize());

/** Returns the tags of RFC 4647 lookup, most specific first: `pt-BR`, then `pt`. */
export function fallbackTags(lang: string): string[] {
  const subtags = lang.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** Returns the code of the script that a language is written in: `Latn`, `Hans`. */
export function scriptOf(lang: string): string {
  return localeOf(lang).script ?? '';
}

/** Returns the direction of a language, by its script. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(scriptOf(lang)) ? 'rtl' : 'ltr';
}

/** Returns the attributes for text inside text of another language; none if it is the same. */
export function langAttributes(lang: string, outerLang: string): LangAttributes {
  if (lang === outerLang) return {};
  const dir = directionOf(lang);
  return dir === directionOf(outerLang) ? { lang } : { lang, dir };
}

/** CSS for emphasis in scripts without italics, and for line breaks in Japanese and Korean. */
const scriptCss: Record<string, { em?: string; text?: string }> = {
  Arab: { em: 'font-weight:600' },
  Hans: { em: 'text-emphasis:dot;text-emphasis-position:under' },
  Hant: { em: 'text-emphasis:dot;text-emphasis-position:under' },
  Hebr: { em: 'font-weight:600' },
  Jpan: { em: 'text-emphasis:sesame', text: 'word-break:auto-phrase' },
  Kore: { em: 'font-weight:600', text: 'word-break:keep-all' },
};

/** Returns the CSS that a language needs in addition to the browser's defaults; often none. */
export function languageCss(lang: string): string {
  const { em, text } = scriptCss[scriptOf(lang)] ?? {};
  return [
    ...(text ? [`:lang(${lang}){${text}}`] : []),
    ...(em ? [`em:lang(${lang}){font-style:normal;${em}}`] : []),
  ].join('');
}
