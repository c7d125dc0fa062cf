import { describe, expect, test } from 'vitest';
import {
  isCredit,
  isName,
  parseAttribution,
  personIn,
  plainName,
  splitCredit,
} from '../../../src/import/attribution.ts';

describe('an attribution', () => {
  test.each([
    ['“Fear is a map.” — Vera Holt', 'Fear is a map.', 'Vera Holt'],
    ['“Fear is a map.” (Interview, 1998)', 'Fear is a map.', '(Interview, 1998)'],
    ['“Fear is a map.” (Interview, 1998).', 'Fear is a map.', '(Interview, 1998).'],
    ['“Fear is a map.” Vera Holt, Letters', 'Fear is a map.', 'Vera Holt, Letters'],
    ['“Fear is a map,” , Vera Holt', 'Fear is a map,', 'Vera Holt'],
    ['“Fear is a map”.', 'Fear is a map', undefined],
    ['“Fear is a map”', 'Fear is a map', undefined],
    ['“Fear” is a map.', '“Fear” is a map.', undefined],
    ['“Fear” Vera Holt said.', '“Fear” Vera Holt said.', undefined],
    ['Fear is a map. — Vera Holt, Letters', 'Fear is a map.', 'Vera Holt, Letters'],
    ['Fear is a map.—Vera Holt', 'Fear is a map.', 'Vera Holt'],
    ['Fear is a map -- Vera Holt.', 'Fear is a map', 'Vera Holt.'],
    ['Fear - a map - Ludwig van Holt', 'Fear - a map', 'Ludwig van Holt'],
    ['Fear is a map — of another country', 'Fear is a map — of another country', undefined],
    ['Fear is a map — Who knows?', 'Fear is a map — Who knows?', undefined],
    ['Fear-Vera Holt', 'Fear-Vera Holt', undefined],
    ['— Vera Holt', '— Vera Holt', undefined],
    [' — Vera Holt', ' — Vera Holt', undefined],
    ['Fear is a map', 'Fear is a map', undefined],
    ['Vera Holt: “Fear is a map.”', '“Fear is a map.”', 'Vera Holt'],
    ['“Fear is a map.” ⸺ Vera Holt', 'Fear is a map.', 'Vera Holt'],
    ['“Fear is a map.” by Vera Holt', 'Fear is a map.', 'Vera Holt'],
    ['Vera  Holt:  “Fear is a map.”', 'Vera  Holt:  “Fear is a map.”', undefined],
    ['Vera Holt:  “Fear is a map.”', '“Fear is a map.”', 'Vera Holt'],
    ['So says Vera Holt: “Fear.”', 'So says Vera Holt: “Fear.”', undefined],
    ['Fear is a map.   —   Vera Holt ', 'Fear is a map.', 'Vera Holt'],
    ['“Fear is a map.”  Vera Holt  (1998) ', 'Fear is a map.', 'Vera Holt  (1998)'],
    ['Fear is a map.  (Interview,  1998).', 'Fear is a map.', '(Interview,  1998)'],
    ['Fear is a map. (Interview, 1998) So.', 'Fear is a map. (Interview, 1998) So.', undefined],
    ['Note: “Fear is a map.”', 'Note: “Fear is a map.”', undefined],
    ['Vera Holt: “Fear” is a map.', 'Vera Holt: “Fear” is a map.', undefined],
    ['Fear is a map. (Interview, 1998)', 'Fear is a map.', '(Interview, 1998)'],
    ['Fear is a map. (so they say)', 'Fear is a map. (so they say)', undefined],
    ['Fear is a map (Oslo, 1998)', 'Fear is a map (Oslo, 1998)', undefined],
  ])('%j is split into %j and %j', (line, text, credit) => {
    expect(splitCredit(line)).toEqual({ text, ...(credit !== undefined && { credit }) });
  });

  test.each([
    ['— Vera Holt', true],
    ['-- Vera Holt', true],
    ['―Vera Holt', true],
    ['~ Vera Holt', true],
    ['Vera Holt', false],
    ['—', false],
    [`— ${'a'.repeat(198)}`, true],
    [`— ${'a'.repeat(199)}`, false],
  ])('on its own line: %j is %j', (line, is) => {
    expect(isCredit(line)).toBe(is);
  });

  test.each([
    ['— Vera Holt, Letters (1998)', { person: 'Vera Holt', source: 'Letters', date: '1998' }],
    ['Vera Holt, Letters, p. 12', { person: 'Vera Holt', source: 'Letters', locator: 'p. 12' }],
    [
      'Vera Holt, Letters (1998), pp. 12–13.',
      { person: 'Vera Holt', source: 'Letters', date: '1998', locator: 'pp. 12–13' },
    ],
    [
      'Vera Holt, Letters, page xii (1998)',
      { person: 'Vera Holt', source: 'Letters', date: '1998', locator: 'page xii' },
    ],
    ['Vera Holt, Briefe, S.  12', { person: 'Vera Holt', source: 'Briefe', locator: 'S. 12' }],
    ['(Letters, p. xii)', { source: 'Letters', locator: 'p. xii' }],
    ['Vera Holt, Letters, S. L.', { person: 'Vera Holt', source: 'Letters, S. L.' }],
    ['Vera Holt, Page 12', { locator: 'Page 12' }],
    ['Vera Holt, *Letters*', { person: 'Vera Holt', source: 'Letters' }],
    ['Vera Holt, “Letters”', { person: 'Vera Holt', source: 'Letters' }],
    ['Vera Holt, “Letters” and more', { person: 'Vera Holt', source: '“Letters” and more' }],
    ['Vera Holt, Jr., Letters, vol. 2', { person: 'Vera Holt, Jr.', source: 'Letters, vol. 2' }],
    ['Vera Holt, Letters.', { person: 'Vera Holt', source: 'Letters' }],
    ['Vera Holt Jr.', {}],
    ['(Interview,  1998)', { source: 'Interview, 1998' }],
    ['(Interview).', { source: 'Interview' }],
    ['— p. 14', { locator: 'p. 14' }],
    ['(S. 14)', { locator: 'S. 14' }],
    ['Vera Holt, *Letters*, 1998', { person: 'Vera Holt', source: 'Letters', date: '1998' }],
    ['Vera Holt, Letters  (1998)', { person: 'Vera Holt', source: 'Letters', date: '1998' }],
    ['Vera Holt, Letters(1998)', { person: 'Vera Holt', source: 'Letters', date: '1998' }],
    ['Vera Holt, Letters (1998) II', { person: 'Vera Holt', source: 'Letters (1998) II' }],
    ['Vera Holt, Letters,  1998', { person: 'Vera Holt', source: 'Letters', date: '1998' }],
    ['Vera Holt, Letters, 1998 on', { person: 'Vera Holt', source: 'Letters, 1998 on' }],
    ['Vera Holt, Alone in Oslo', { person: 'Vera Holt', source: 'Alone in Oslo' }],
    ['Vera Holt, **Letters**', { person: 'Vera Holt', source: 'Letters' }],
    ['Vera Holt, see *Letters*', { person: 'Vera Holt', source: 'see *Letters*' }],
    ['Vera Holt, in Letters', { person: 'Vera Holt', source: 'Letters' }],
    [
      'Vera Holt: Letters from the North',
      { person: 'Vera Holt', source: 'Letters from the North' },
    ],
    ['老子《道德经》', { person: '老子', source: '道德经' }],
    ['talk in Oslo, 2014, evening', { source: 'talk in Oslo, 2014, evening' }],
    ['Vera Holt, 1998', { source: 'Vera Holt, 1998' }],
    ['Letters (1998)', { date: '1998' }],
  ])('%j is parsed as %j', (credit, attribution) => {
    expect(parseAttribution(credit)).toEqual(attribution);
  });

  test.each([
    ['Vera Holt', { person: 'Vera Holt' }],
    ['Vera Holt (1998)', { person: 'Vera Holt', date: '1998' }],
    ['Vera Holt, 1998', { person: 'Vera Holt', date: '1998' }],
    ['Talk of 2014', { source: 'Talk of 2014' }],
    ['*Letters*', { source: 'Letters' }],
    ['Vera Holt (Letters)', { person: 'Vera Holt', source: 'Letters' }],
    ['Vera Holt (1899–1970)', { person: 'Vera Holt' }],
    ['Vera Holt (1899 – 1970)', { person: 'Vera Holt' }],
    ['Vera Holt (Letters 2-3)', { person: 'Vera Holt', source: 'Letters 2-3' }],
    ['attributed to Vera Holt', { person: 'Vera Holt' }],
    [
      'A very long title of a very long and learned talk',
      {
        source: 'A very long title of a very long and learned talk',
      },
    ],
  ])('without a comma is a person if that is likely: %j', (credit, attribution) => {
    expect(parseAttribution(credit, { loneCredit: 'person' })).toEqual(attribution);
  });

  test('without a comma is a source if the list says so', () => {
    expect(parseAttribution('Talk in Oslo', { loneCredit: 'source' })).toEqual({
      source: 'Talk in Oslo',
    });
  });

  test('is only a source if the quotes have one person', () => {
    expect(parseAttribution('— Courier, Oslo (1998), p. 3', { isSourceOnly: true })).toEqual({
      source: 'Courier, Oslo',
      date: '1998',
      locator: 'p. 3',
    });
  });
});

test.each([
  ['Holt, Vera', 'Vera Holt'],
  ['Holt', 'Holt'],
  ['Holt, Vera, Jule', 'Holt, Vera, Jule'],
  ['Holt, ', 'Holt,'],
  [' ; Holt, Vera', 'Vera Holt'],
])('%j is %j in formats that write “Last, First”', (author, name) => {
  expect(plainName(author, true)).toBe(name);
});

test('a name has at most 200 characters', () => {
  expect(['A'.repeat(200), 'A'.repeat(201)].map(isName)).toEqual([true, false]);
});

describe('a name', () => {
  test.each([
    'Vera Holt',
    'Ludwig van Holt',
    'María de la Cruz y Holt',
    "Jeanne d'Arc",
    'Ibn al-Haytham',
    'The Salt Road',
    'Salt and Water',
    'O. Henry',
    '老子',
  ])('is %j', (text) => {
    expect(isName(text)).toBe(true);
  });

  test.each([
    'vera holt',
    'Vera said',
    'Vera, Holt',
    '',
    'Vera (Holt)',
    'Vera  Holt',
    'Aa '.repeat(90),
  ])('is not %j', (text) => {
    expect(isName(text)).toBe(false);
  });

  test.each([
    ['Lessons from Vera Holt', { name: 'Vera Holt', isSure: true }],
    ['Lessons from Holt', { name: 'Holt', isSure: true }],
    ['Words of Vera Holt', { name: 'Vera Holt', isSure: false }],
    ['Worte von Vera Holt', { name: 'Vera Holt', isSure: false }],
    ['Letters - Vera van Holt', { name: 'Vera van Holt', isSure: false }],
    ['Letters: Vera Holt', { name: 'Vera Holt', isSure: false }],
    ['Words of Holt', undefined],
    ['Vera Holt', undefined],
    ['Lessons from the sea', undefined],
  ])('in the title %j is %j', (title, found) => {
    expect(personIn(title)).toEqual(found);
  });

  test.each([
    ['Holt, Vera', 'Vera Holt'],
    ['Holt, Vera; Brandt, Jule', 'Vera Holt, Jule Brandt'],
    ['Holt, Vera; ', 'Vera Holt'],
    ['Holt, Jr.', 'Holt, Jr.'],
    ['Holt, III', 'Holt, III'],
    ['Holt, Vera, Jule', 'Holt, Vera, Jule'],
    ['Vera  Holt', 'Vera Holt'],
    ['Holt,', 'Holt,'],
    ['Vera Holt, Jule Brandt', 'Vera Holt, Jule Brandt'],
    ['van Holt, Vera', 'van Holt, Vera'],
    ['Holt, Vera ;Brandt,Jule', 'Vera Holt, Jule Brandt'],
  ])('%j is %j in plain order', (author, name) => {
    expect(plainName(author)).toBe(name);
  });
});
