import { fallbackTags } from './language.ts';

const NO_BREAK_SPACE = '\u00A0';

/**
 * Quotation marks by language: opening and closing, then those of a quotation within one. After
 * CLDR 48, of which a test has the lines; what is not here has the English “ ” ‘ ’. CLDR repeats the
 * outer marks within a quotation in French, Dutch, Armenian, Bulgarian, Lithuanian and Occitan; a
 * quote that begins with a quotation would begin with « «, so these have the usual second marks.
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

/** Looks up what is said of a language, or of the language that its tag begins with. */
function lookup<Value>(table: ReadonlyMap<string, Value>, lang: string): Value | undefined {
  const known = fallbackTags(lang).find((tag) => table.has(tag));
  return known === undefined ? undefined : table.get(known);
}

/** French of every country but Switzerland has spaces within its marks. */
const isSpaced = (lang: string): boolean => /^fr(?!-CH)/u.test(lang);

/** The marks of a language, outer and inner, opening and closing, with the spaces within guillemets. */
export function quotationMarks(lang: string): readonly string[] {
  const marks = lookup(marksByLanguage, lang) ?? ['“', '”', '‘', '’'];
  if (!isSpaced(lang)) return marks;
  return marks.map((mark) =>
    mark.replace('«', `«${NO_BREAK_SPACE}`).replace('»', `${NO_BREAK_SPACE}»`),
  );
}

/** A text in the outer quotation marks of its language; the text itself stays as written. */
export function inQuotationMarks(text: string, lang: string): string {
  const [opening, closing] = quotationMarks(lang);
  return opening! + text + closing!;
}

/** Languages in which a dash between words is as short as an en dash. */
const enDash = /^(?:bg|cs|da|de|et|fi|hr|hu|is|lt|lv|n[bln]|no|pl|ro|sk|sl|sv|tr)\b/u;
/** Chinese and Japanese write dashes and ellipses as wide as two characters. */
const wide = /^(?:ja|yue|zh)\b/u;

/** What is typed for want of a better key. */
const typed = /['"]|\.{3}|--|\s-\s/u;
const letter = /[\p{L}\p{N}]/u;

/** What may follow an apostrophe that begins a word, beside the years of a decade. */
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
 * Whether a quotation mark between these characters opens: at the start, after space or bracket,
 * and after a dash or sign if a word follows, as a dash may also break a sentence off.
 */
function opens(before: string, after: string): boolean {
  if (before === '' || /[\s([{“‘„‚«‹「『（]/u.test(before)) return true;
  return /[-\u2013\u2014/<>=]/u.test(before) && /[\p{L}\p{N}'"([{]/u.test(after);
}

function dashed(text: string, lang: string): string {
  const isWide = wide.test(lang);
  const dash = isWide ? '——' : '—';
  const spaced = /^(?:be|ru|uk)\b/u.test(lang) ? '—' : '–';
  return text
    .replace(/(?<!\.)\.{3}(?!\.)/gu, isWide ? '……' : '…')
    .replace(/(?<=\s)--(?=\s)/gu, enDash.test(lang) ? '–' : dash)
    .replace(/(?<!-)-{2,3}(?!-)/gu, dash)
    .replace(/(?<=\s)-(?=\s)/gu, spaced);
}

/** Spaces that a French text has within its marks and before others keep the two together. */
function unbroken(text: string, lang: string): string {
  if (!isSpaced(lang)) return text;
  return text.replace(/ (?=[;:!?»])/gu, NO_BREAK_SPACE).replace(/(?<=«) /gu, NO_BREAK_SPACE);
}

/** A text that writes the outer marks of its language, none of which is an inner one, with these. */
function withInnerMarks(text: string, marks: readonly string[]): string {
  const [opening, closing, innerOpening, innerClosing] = marks as [string, string, string, string];
  if (new Set(marks).size < marks.length || text.includes(innerOpening)) return text;
  const written = text.replace(/(?<=«)\s|\s(?=»)/gu, '');
  return written.replaceAll(opening.trim(), innerOpening).replaceAll(closing.trim(), innerClosing);
}

/**
 * Sets text in type: typographic quotes, apostrophes, dashes, ellipses and spaces. `before` is what
 * precedes the text in its paragraph, as emphasis cuts a sentence in pieces.
 */
export function typeset(written: string, lang: string, before = '', isQuote = false): string {
  const marks = quotationMarks(lang);
  const text = unbroken(isQuote ? withInnerMarks(written, marks) : written, lang);
  if (!typed.test(text)) return text;
  const elided = lookup(elisions, lang) ?? decade;
  const set = dashed(text, lang);
  let last = before.slice(-1);
  let isQuoted = false;
  let isOpen = false;
  return set.replace(/['"]|[^'"]+/gu, (piece, index: number) => {
    const isDouble = piece === '"';
    if (!isDouble && piece !== "'") {
      last = piece.slice(-1);
      return piece;
    }
    const rest = set.slice(index + 1, index + 9);
    const next = rest.charAt(0);
    const isInWord = letter.test(last) && letter.test(next);
    // Between words without spaces only their order tells one mark from the other.
    const isAmid = wide.test(lang) && letter.test(last) && isDouble;
    const opening = isAmid ? !isOpen : opens(last, next);
    // Some languages close with the mark that others open with, so what counts is what it did.
    last = opening ? '(' : ')';
    if (isDouble) {
      isOpen = opening;
      const level = isQuote && !isQuoted ? 2 : 0;
      return marks[opening ? level : level + 1]!;
    }
    // In Dutch a single mark is an outer one.
    const isOuter = isQuote ? isOpen : !isOpen && marks[0] === '‘';
    const level = isOuter ? 0 : 2;
    if (opening) isQuoted = rest !== '' && !elided.test(rest);
    if (opening && isQuoted) return marks[level]!;
    if (!isQuoted || isInWord) return '’';
    isQuoted = false;
    return marks[level + 1]!;
  });
}

/** Sets the text of a quote, around which the page has quotation marks: those in it are inner ones. */
export const typesetQuote: typeof typeset = (written, lang, before) =>
  typeset(written, lang, before, true);
