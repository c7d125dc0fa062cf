/** Opening and closing marks, double then single, where CLDR differs from the English “ ” ‘ ’. */
const quotationMarks: Record<string, string> = {
  ar: '”“’‘',
  bg: '„“‚‘',
  cs: '„“‚‘',
  da: '”””’',
  de: '„“‚‘',
  es: '«»“”',
  et: '„“‚‘',
  fa: '«»‹›',
  fi: '””’’',
  fr: '«»‹›',
  he: '””’’',
  hr: '„”‘’',
  hu: '„”»«',
  it: '«»“”',
  lt: '„“‚‘',
  nb: '«»‘’',
  nl: '“”‘’',
  no: '«»‘’',
  pl: '„”«»',
  pt: '“”‘’',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sv: '””’’',
  uk: '«»“„',
  ur: '”“’‘',
};

function marksOf(lang: string): string {
  return quotationMarks[lang.split('-')[0]!.toLowerCase()] ?? '“”‘’';
}

/** A text in the outer quotation marks of its language; the text itself stays as written. */
export function inQuotationMarks(text: string, lang: string): string {
  const marks = marksOf(lang);
  return marks.charAt(0) + text + marks.charAt(1);
}

/** What is typed for want of a better key. */
const typed = /['"]|\.{3}|--|\s-\s/u;
const elisions = /^(?:\d\ds?|tis|twas|twere|em|til|cause|round|n)(?![\p{L}\p{N}])/iu;
const letter = /[\p{L}\p{N}]/u;

/**
 * Whether a quotation mark between these characters opens: at the start, after space or bracket,
 * and after a dash or sign if a word follows, as a dash may also break a sentence off.
 */
function opens(before: string, after: string): boolean {
  if (before === '' || /[\s([{“‘„‚«‹]/u.test(before)) return true;
  return /[-\u2013\u2014/<>=]/u.test(before) && /[\p{L}\p{N}'"([{]/u.test(after);
}

/**
 * Sets text in type: typographic quotes, apostrophes, dashes and ellipses. `before` is what
 * precedes the text in its paragraph, as emphasis cuts a sentence in pieces.
 */
export function typeset(text: string, lang: string, before = ''): string {
  if (!typed.test(text)) return text;
  const marks = marksOf(lang);
  const dashed = text
    .replace(/(?<!\.)\.{3}(?!\.)/gu, '…')
    .replace(/(?<!-)-{2,3}(?!-)/gu, '—')
    .replace(/(?<=\s)-(?=\s)/gu, '–');
  let last = before.slice(-1);
  let quoted = false;
  const mark = (straight: string, index: number): string => {
    const opening = opens(last, dashed.charAt(index + 1));
    if (straight === '"') return marks.charAt(opening ? 0 : 1);
    const rest = dashed.slice(index + 1, index + 8);
    if (opening) quoted = rest !== '' && !elisions.test(rest);
    if (opening && quoted) return marks.charAt(2);
    const inWord = letter.test(last) && letter.test(rest.charAt(0));
    if (!quoted || inWord) return '’';
    quoted = false;
    return marks.charAt(3);
  };
  return dashed.replace(/['"]|[^'"]+/gu, (piece, index: number) => {
    if (piece !== '"' && piece !== "'") {
      last = piece.slice(-1);
      return piece;
    }
    // Some languages close with the mark that others open with, so what counts is what it did.
    const opening = opens(last, dashed.charAt(index + 1));
    const set = mark(piece, index);
    last = opening ? '(' : ')';
    return set;
  });
}
