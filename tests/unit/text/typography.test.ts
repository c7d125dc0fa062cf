import { describe, expect, test } from 'vitest';
import { typeset } from '../../../src/text/typography.ts';

describe('setting text in type', () => {
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
    ['fr', `Il dit "oui" et l'autre`, 'Il dit «oui» et l’autre'],
    ['fr', `<b>"x"</b>`, '<b>«x»</b>'],
    ['pt-BR', `"sim"`, '“sim”'],
    ['sv', `"ja" och "nej"`, '”ja” och ”nej”'],
    ['xx', `"?"`, '“?”'],
  ])('%s has its own marks', (lang, written, set) => {
    expect(typeset(written, lang)).toBe(set);
  });

  test('what stands before the text decides whether a mark opens or closes', () => {
    expect(typeset(`" he said`, 'en', 'no')).toBe('” he said');
    expect(typeset(`"no`, 'en', 'he said ')).toBe('“no');
  });
});
