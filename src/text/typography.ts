import { fallbackTags } from './language.ts';

const NO_BREAK_SPACE = '\u00A0';

/**
 * Languages by their quotation marks: outer, then inner. From CLDR 48; a test compares them. Other
 * languages have the English “ ” ‘ ’. In French, Dutch, Armenian, Bulgarian, Lithuanian and Occitan
 * CLDR repeats the outer marks as inner ones. A quote that begins with a quotation would then begin
 * with « «, so these languages have the usual inner marks here.
 */
const languagesOfMarks: Record<string, string> = {
  '„“‚‘': 'cs de dsb et hr hsb is ksh lb lt luy mk sk sl',
  '„“’’': 'bg',
  '„”‚’': 'agq ff',
  '„”‘’': 'bs',
  '„”’’': 'sr',
  '„”»«': 'hu szl',
  '„”«»': 'pl ro',
  '„“«»': 'ka',
  '«»„“': 'be ky ru sah uk',
  '«»‹›': 'am az-Arab fa fr-CH gsw rm',
  '«»“”': 'ast ca el es eu fr hy it kk mg oc pt-PT sc',
  '«»‘’': 'nb nn no',
  '””’’': 'fi he sv yi',
  '”“’‘': 'ar ur',
  '‘’“”': 'cy fur ia nl',
  '「」『』': 'ja yue zh-Hant zh-HK zh-MO zh-TW',
};
const marksByLanguage = new Map(
  Object.entries(languagesOfMarks).flatMap(([marks, languages]) =>
    languages.split(' ').map((lang) => [lang, [...marks]] as const),
  ),
);

function lookup<Value>(table: ReadonlyMap<string, Value>, lang: string): Value | undefined {
  const match = fallbackTags(lang).find((tag) => table.has(tag));
  return match === undefined ? undefined : table.get(match);
}

/** French has spaces inside its marks, except in Switzerland. */
const isSpaced = (lang: string): boolean => /^fr(?!-CH)/u.test(lang);

/** Returns outer opening and closing marks, then inner ones, with the spaces of French. */
export function quotationMarks(lang: string): readonly string[] {
  const marks = lookup(marksByLanguage, lang) ?? ['“', '”', '‘', '’'];
  if (!isSpaced(lang)) return marks;
  return marks.map((mark) =>
    mark.replace('«', `«${NO_BREAK_SPACE}`).replace('»', `${NO_BREAK_SPACE}»`),
  );
}

/** Adds the outer quotation marks of a language around a text, which is not changed. */
export function inQuotationMarks(text: string, lang: string): string {
  const [opening, closing] = quotationMarks(lang);
  return opening! + text + closing!;
}

/** Languages that use an en dash between words. */
const enDash = /^(?:bg|cs|da|de|et|fi|hr|hu|is|lt|lv|n[bln]|no|pl|ro|sk|sl|sv|tr)\b/u;
/** Languages whose dashes and ellipses are two characters wide. */
const wide = /^(?:ja|yue|zh)\b/u;

/** Characters that a keyboard offers instead of typographic ones. */
const typewriter = /['"]|\.{3}|--|\s-\s/u;
const letter = /[\p{L}\p{N}]/u;

/** What can follow an apostrophe at the start of a word, besides the years of a decade. */
const elisions = new Map(
  Object.entries({
    en: 'bout|cause|em|fraid|gainst|kay|n|neath|nother|nuff|round|til|till|tis|tween|twas|twere|twill|twould',
    nl: '[kmnrst]|ns|er',
    af: 'n|[kst]',
    de: 's|ne?[mnrs]?|r(?:an|auf|aus|ein|über|um|unter)',
  }).map(([lang, words]) => [lang, elision(`\\d\\ds?|${words}`)] as const),
);
const decade = elision('\\d\\ds?');

function elision(words: string): RegExp {
  return new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
}

/**
 * Whether a quotation mark between these characters opens: at the start, after a space or bracket,
 * or after a dash or sign if a word follows, because a dash can also break off a sentence.
 */
function isOpening(before: string, after: string): boolean {
  if (before === '' || /[\s([{“‘„‚«‹「『（]/u.test(before)) return true;
  return /[-\u2013\u2014/<>=]/u.test(before) && /[\p{L}\p{N}'"([{]/u.test(after);
}

function typesetDashes(text: string, lang: string): string {
  const isWide = wide.test(lang);
  const dash = isWide ? '——' : '—';
  const spaced = /^(?:be|ru|uk)\b/u.test(lang) ? '—' : '–';
  return text
    .replace(/(?<!\.)\.{3}(?!\.)/gu, isWide ? '……' : '…')
    .replace(/(?<=\s)--(?=\s)/gu, enDash.test(lang) ? '–' : dash)
    .replace(/(?<!-)-{2,3}(?!-)/gu, dash)
    .replace(/(?<=\s)-(?=\s)/gu, spaced);
}

/** Makes the French spaces inside quotation marks and before ; : ! ? no-break spaces. */
function withNoBreakSpaces(text: string, lang: string): string {
  if (!isSpaced(lang)) return text;
  return text.replace(/ (?=[;:!?»])/gu, NO_BREAK_SPACE).replace(/(?<=«) /gu, NO_BREAK_SPACE);
}

/** Replaces outer marks by inner ones, unless the text has these or the language repeats a mark. */
function withInnerMarks(text: string, marks: readonly string[]): string {
  const [opening, closing, innerOpening, innerClosing] = marks as [string, string, string, string];
  if (new Set(marks).size < marks.length || text.includes(innerOpening)) return text;
  const written = text.replace(/(?<=«)\s|\s(?=»)/gu, '');
  return written.replaceAll(opening.trim(), innerOpening).replaceAll(closing.trim(), innerClosing);
}

/**
 * Makes quotation marks, apostrophes, dashes, ellipses and spaces typographic. `before` is the text
 * that precedes this one in its paragraph, because emphasis splits a sentence into nodes.
 */
export function typeset(written: string, lang: string, before = '', isQuote = false): string {
  const marks = quotationMarks(lang);
  const text = withNoBreakSpaces(isQuote ? withInnerMarks(written, marks) : written, lang);
  if (!typewriter.test(text)) return text;
  const elided = lookup(elisions, lang) ?? decade;
  const dashed = typesetDashes(text, lang);
  let last = before.slice(-1);
  let isInSingle = false;
  let isInDouble = false;
  return dashed.replace(/['"]|[^'"]+/gu, (piece, index: number) => {
    const isDouble = piece === '"';
    if (!isDouble && piece !== "'") {
      last = piece.slice(-1);
      return piece;
    }
    const rest = dashed.slice(index + 1, index + 9);
    const next = rest.charAt(0);
    const isInWord = letter.test(last) && letter.test(next);
    // Without spaces between words, marks can only alternate.
    const isUnspaced = wide.test(lang) && letter.test(last) && isDouble;
    const opens = isUnspaced ? !isInDouble : isOpening(last, next);
    // Not the mark itself, because the same mark opens in some languages and closes in others.
    last = opens ? '(' : ')';
    if (isDouble) {
      isInDouble = opens;
      const level = isQuote && !isInSingle ? 2 : 0;
      return marks[opens ? level : level + 1]!;
    }
    // In Dutch the outer marks are single.
    const isOuter = isQuote ? isInDouble : !isInDouble && marks[0] === '‘';
    const level = isOuter ? 0 : 2;
    if (opens) isInSingle = rest !== '' && !elided.test(rest);
    if (opens && isInSingle) return marks[level]!;
    if (!isInSingle || isInWord) return '’';
    isInSingle = false;
    return marks[level + 1]!;
  });
}

/** Typesets a quote. Pages have quotation marks around it, so those in its text are inner ones. */
export const typesetQuote: typeof typeset = (written, lang, before) =>
  typeset(written, lang, before, true);
