import { describe, expect, test } from 'vitest';
import {
  inQuotationMarks,
  quotationMarks,
  typeset,
  typesetQuote,
} from '../../../src/text/typography.ts';

describe('typesetting', () => {
  test.each([
    [`On the "infinite laptop"`, 'On the “infinite laptop”'],
    [`They can't do that`, 'They can’t do that'],
    [
      `saying internally, 'Well, then we deserve to lose.' That`,
      'saying internally, ‘Well, then we deserve to lose.’ That',
    ],
    [`"'Well,' he said, 'no.'"`, '“‘Well,’ he said, ‘no.’”'],
    [`("a" and ['b'])`, '(“a” and [‘b’])'],
    [`the '90s, 'tis rock 'n' roll`, 'the ’90s, ’tis rock ’n’ roll'],
    [`the dogs' bone`, 'the dogs’ bone'],
    [`workload... and`, 'workload… and'],
    [`one -- two --- three - four`, 'one — two — three – four'],
    [`a 5-year model`, 'a 5-year model'],
    [`<b>"x"</b> a="y" and/or "z"`, '<b>“x”</b> a=“y” and/or “z”'],
    [`the anti-"big data" camp--"us"`, 'the anti-“big data” camp—“us”'],
    [`"But--" he said`, '“But—” he said'],
    [`already “set” in ‘type’…`, 'already “set” in ‘type’…'],
  ])('%s becomes %s', (written, set) => {
    expect(typeset(written, 'en')).toBe(set);
  });

  test.each([
    ['de', `„Er sagte "ja, 'so' ist's"`, '„Er sagte „ja, ‚so‘ ist’s“'],
    ['fr', `Il dit "oui" et l'autre`, 'Il dit «\u00A0oui\u00A0» et l’autre'],
    ['fr', `<b>"x"</b>`, '<b>«\u00A0x\u00A0»</b>'],
    [
      'fr',
      `« Pourquoi ? » dit-il ; voilà !`,
      '«\u00A0Pourquoi\u00A0?\u00A0» dit-il\u00A0; voilà\u00A0!',
    ],
    ['fr-CH', `"oui" ?`, '«oui» ?'],
    ['ja', `彼は"『a』"と...`, '彼は「『a』」と……'],
    ['nl', `'s avonds, 't is 'zo'`, '’s avonds, ’t is ‘zo’'],
    ['nl', `"Ja, 'zo'" en 'nee'`, '‘Ja, “zo”’ en ‘nee’'],
    ['de', `Das war 'ne Sache -- 'so'`, 'Das war ’ne Sache – ‚so‘'],
    ['en', `'Twas said, 'cause of 'em`, '’Twas said, ’cause of ’em'],
    ['ru', `Он - "тут"`, 'Он — «тут»'],
    ['pt-BR', `"sim"`, '“sim”'],
    ['sv', `"ja" och "nej"`, '”ja” och ”nej”'],
    ['xx', `"?"`, '“?”'],
  ])('in %s, %s becomes %s', (lang, written, set) => {
    expect(typeset(written, lang)).toBe(set);
  });

  test.each([
    ['en', `The "infinite laptop" isn't 'it'`, 'The ‘infinite laptop’ isn’t ‘it’'],
    ['en', `"But 'no' is 'no'," he said`, '‘But “no” is “no”,’ he said'],
    ['en', `'Well, "no",' he said`, '‘Well, “no”,’ he said'],
    ['en', 'A “quote” in it', 'A ‘quote’ in it'],
    ['en', 'A “quote” in ‘it’', 'A “quote” in ‘it’'],
    ['de', `Das Wort "gleich" ist's`, 'Das Wort ‚gleich‘ ist’s'],
    ['de', 'Das Wort „gleich“', 'Das Wort ‚gleich‘'],
    ['fr', `"Oui", dit-il`, '“Oui”, dit-il'],
    ['fr', 'Il dit « oui » et «non»', 'Il dit “oui” et “non”'],
    ['nl', `"Ja", zei hij`, '“Ja”, zei hij'],
    ['lt', `"Taip", tarė`, '‚Taip‘, tarė'],
    ['bg', `"Да", каза`, '’Да’, каза'],
    ['he', `הוא אמר "כן"`, 'הוא אמר ’כן’'],
    ['ar', `قالت: "الصبر"`, 'قالت: ’الصبر‘'],
    ['ja', '「同じ」という言葉', '『同じ』という言葉'],
    ['ja', `彼女は"油も『辛抱』だ"と`, '彼女は『油も『辛抱』だ』と'],
    ['sv', `ordet "samma"`, 'ordet ’samma’'],
  ])('in a quote in %s, %s becomes %s', (lang, written, set) => {
    expect(typesetQuote(written, lang)).toBe(set);
    // A text with highlighted mentions is typeset twice.
    expect(typesetQuote(set, lang)).toBe(set);
  });

  test('the preceding text decides whether a mark opens or closes', () => {
    expect(typeset(`" he said`, 'en', 'no')).toBe('” he said');
    expect(typeset(`"no`, 'en', 'he said ')).toBe('“no');
  });
});

// quotationStart, quotationEnd, alternateQuotationStart and alternateQuotationEnd of CLDR 48.2:
// cldr-json/cldr-misc-full/main/*/delimiters.json. French adds its spaces.
test.each([
  ['ar', '”“’‘'],
  ['cs', '„“‚‘'],
  ['da', '“”‘’'],
  ['de', '„“‚‘'],
  ['en', '“”‘’'],
  ['es', '«»“”'],
  ['fi', '””’’'],
  ['fr-CH', '«»‹›'],
  ['he', '””’’'],
  ['hu', '„”»«'],
  ['it', '«»“”'],
  ['ja', '「」『』'],
  ['ko', '“”‘’'],
  ['nb', '«»‘’'],
  ['pl', '„”«»'],
  ['pt-BR', '“”‘’'],
  ['pt-PT', '«»“”'],
  ['ru', '«»„“'],
  ['sv', '””’’'],
  ['tr', '“”‘’'],
  ['uk', '«»„“'],
  ['zh', '“”‘’'],
  ['zh-Hant', '「」『』'],
])('the marks of %s are those of CLDR, %s', (lang, marks) => {
  expect(quotationMarks(lang).join('')).toBe(marks);
});

// In CLDR their inner marks repeat the outer ones.
test.each(['bg', 'fr', 'hy', 'lt', 'nl', 'oc'])(
  'the inner marks of %s differ from the outer ones',
  (lang) => {
    const [opening, closing, innerOpening, innerClosing] = quotationMarks(lang);
    expect([innerOpening, innerClosing]).not.toEqual([opening, closing]);
  },
);

test('French has no-break spaces inside its marks', () => {
  expect(inQuotationMarks('la vie', 'fr')).toBe('«\u00A0la vie\u00A0»');
  expect(inQuotationMarks('la vie', 'fr-CA')).toBe('«\u00A0la vie\u00A0»');
});
