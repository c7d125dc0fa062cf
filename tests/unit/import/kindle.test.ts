import { describe, expect, test } from 'vitest';
import { recognize as isKindle, read as readKindle } from '../../../src/import/formats/kindle.ts';

const entry = (place: string, words: string, title = 'The Long Field (Maren Voss)') =>
  `${title}\n${place}\n\n${words}\n==========\n`;
const highlight = (from: number, to: number, words: string, title?: string) =>
  entry(`- Your Highlight on Location ${from}-${to} | Added on Monday`, words, title);
const noteAt = (at: number, words: string, title?: string) =>
  entry(`- Your Note on Location ${at} | Added on Monday`, words, title);
type Highlight = [from: number, to: number, words: string];
const read = (text: string) => readKindle({ name: 'My Clippings.txt', text });

/** Returns the diagnostics as `line: subject message`. */
const messages = (text: string) =>
  read(text).diagnostics.map(({ line, subject, message }) => `${line}: ${subject} ${message}`);

describe('the recognition of clippings', () => {
  test.each([
    ['a separator and a line of a place', highlight(1, 2, 'Salt keeps.'), 1],
    ['a separator that ends in a space', highlight(1, 2, 'Salt.').replace('==\n', '== \n'), 1],
    ['a place with a year only', entry('- Highlight 9, Added 2019', 'Salt.'), 1],
    ['no separator', 'A (B)\n- Your Highlight on Location 1-2 | Added\n\nSalt.\n', 0],
    ['no place', 'A\nB\n==========\n', 0],
    ['a place without a number', entry('- Your Highlight | Added', 'Salt.'), 0],
    ['a place within a line', entry('See - Your Highlight on 1 | Added', 'Salt.'), 0],
    ['a separator within a line', 'A\n- Highlight 1 | b\n\nx ==========\n', 0],
    ['a longer row of signs', 'A\n- Highlight 1 | b\n\nx\n===========\n', 0],
  ])('requires a separator and a location: %s', (_, text, certainty) => {
    expect(isKindle({ name: '', text })).toBe(certainty);
  });
});

describe('a clipping', () => {
  test.each([
    ['Title (Voss, Maren)', { source: 'Title', person: 'Maren Voss' }],
    ['Title  (Maren Voss)', { source: 'Title', person: 'Maren Voss' }],
    ['Title: Roman (Inseln) (Oke Harms)', { source: 'Title: Roman (Inseln)', person: 'Oke Harms' }],
    ['Clean (Hand Book (2008))', { source: 'Clean', person: 'Hand Book (2008)' }],
    ['Title (Unknown)', { source: 'Title' }],
    ['Title (Inconnu(e))', { source: 'Title' }],
    ['Title (Inconnu)', { source: 'Title' }],
    ['Title (Unknown Writer)', { source: 'Title', person: 'Unknown Writer' }],
    ['Title (The Unknown)', { source: 'Title', person: 'The Unknown' }],
    ['Title ()', { source: 'Title ()' }],
    ['Title', { source: 'Title' }],
  ])('of %s has its book and author', (title, book) => {
    expect(read(highlight(1, 2, 'Salt keeps.', title)).items).toEqual([
      { line: 1, text: 'Salt keeps.', locator: 'location 1-2', ...book },
    ]);
  });

  test.each([
    ['- Your Highlight on page 12 | Location 145-147 | Added', 'p. 12'],
    ['- Your Highlight on page 12-13 | Added', 'p. 12-13'],
    ['- Your Highlight on page xiv | Location 7 | Added', 'p. xiv'],
    ['- Highlight Loc. 1446-49 | Added', 'location 1446-1449'],
    ['- Your Highlight at location 9-9 | Added', 'location 9'],
    ['- 42 ページ|位置No. 77-78のハイライト |作成日', 'p. 42'],
    ['- Ваш отрывок на странице 28 | Добавлено', 'p. 28'],
    ['- Twoja notatka na stronie: highlight, pozycja 55 | Dodano', 'location 55'],
    ['- Your Highlight | Added on Monday', undefined],
  ])('at %s is located', (place, locator) => {
    expect(read(entry(place, 'Salt keeps.')).items[0]!.locator).toBe(locator);
  });

  test('has its text without white space around it, and begins after empty lines', () => {
    const text = `\uFEFF${highlight(1, 2, '  Salt keeps. \n  It does. ')}\n \n${highlight(5, 6, 'x')}`;
    expect(read(text).items).toMatchObject([
      { line: 1, text: 'Salt keeps.\nIt does.', source: 'The Long Field' },
      { line: 9, text: 'x' },
    ]);
  });

  test('may be the last without a separator', () => {
    const text = highlight(1, 2, 'Salt keeps.').replace(/=+\n$/u, '');
    expect(read(text).items).toMatchObject([{ text: 'Salt keeps.' }]);
  });

  test('ends only at a separator line', () => {
    const words = 'x ======\n====== y';
    expect(read(highlight(1, 2, words)).items).toMatchObject([{ text: words }]);
  });

  test.each([
    [entry('- Your Bookmark on page 3 | Added', ''), '1: quote left out: a bookmark'],
    [highlight(1, 2, ''), '1: quote left out: empty'],
    [
      highlight(1, 2, '<You have reached the clipping limit for this item>'),
      '1: quote left out: the limit of clippings was reached',
    ],
    [
      'Title\nOn page 12\n\nwords\n==========\n',
      '1: line is not a clipping: expected a line `- Your Highlight on …`, found `On page 12`',
    ],
    [
      'Title\n==========\n',
      '1: line is not a clipping: expected a line `- Your Highlight on …`, found `Title`',
    ],
    [noteAt(9, 'On hedges'), '1: quote left out: a note without a highlight'],
  ])('that is invalid is reported: %j', (text, message) => {
    expect(messages(text)).toEqual([message]);
    expect(read(text).items).toEqual([]);
  });

  test.each(['A <limit> of words', 'the limit > here', '<limit> and more'])(
    'that says %j is no limit',
    (words) => {
      expect(read(highlight(1, 2, words)).items).toMatchObject([{ text: words }]);
    },
  );
});

test.each([
  ['- Ihre Markierung auf Seite 12-12 | Hinzugefügt am 4. November 2024', 'p. 12'],
  ['- La subrayado en la página xii-xiii | posición 12-14 | Añadido', 'p. xii-xiii'],
  ['- Votre surlignement à l’emplacement 123 | Ajouté le lundi 5 mai 2019', 'location 123'],
])('%s is at %s', (place, locator) => {
  expect(read(entry(place, 'Salt keeps.')).items).toMatchObject([{ locator }]);
});

describe('a note', () => {
  test.each([10, 11, 12])('at %d belongs to the highlight there', (at) => {
    const { items, diagnostics } = read(highlight(10, 12, 'Salt keeps.') + noteAt(at, 'On salt'));
    expect(items).toMatchObject([{ text: 'Salt keeps.', note: 'On salt' }]);
    expect(diagnostics).toEqual([]);
  });

  test.each([9, 13])('at %d belongs to no highlight', (at) => {
    const text = highlight(10, 12, 'Salt keeps.') + noteAt(at, 'On salt');
    expect(read(text).items[0]).not.toHaveProperty('note');
    expect(messages(text)).toEqual(['6: quote left out: a note without a highlight']);
  });

  test('of another book belongs to no highlight', () => {
    const text = highlight(10, 12, 'Salt keeps.') + noteAt(11, 'On salt', 'Other');
    expect(messages(text)).toEqual(['6: quote left out: a note without a highlight']);
  });

  test('after another at the same location is reported', () => {
    const text = highlight(10, 12, 'Salt keeps.') + noteAt(11, 'First') + noteAt(11, 'Second');
    expect(read(text).items).toMatchObject([{ note: 'First' }]);
    expect(messages(text)).toEqual(['11: quote left out: a note without a highlight']);
  });
});

describe('highlights at the same location', () => {
  const left = 'quote left out: a longer or equal highlight has the same location';

  test.each<[string, Highlight, Highlight, number, string]>([
    ['the longer one', [10, 12, 'Salt keeps.'], [12, 15, 'Salt keeps. It does.'], 1, 'It does.'],
    ['the longer one first', [12, 15, 'Salt keeps. It does.'], [10, 12, 'Salt keeps.'], 6, 'It'],
    ['the first of two equal', [10, 12, 'Salt keeps.'], [10, 12, 'Salt  keeps.'], 6, 'Salt'],
  ])('are reduced to %s', (_, first, second, line, words) => {
    const text = highlight(...first) + highlight(...second);
    expect(read(text).items).toMatchObject([{ text: expect.stringContaining(words) as string }]);
    expect(messages(text)).toEqual([`${line}: ${left}`]);
  });

  test.each<[string, Highlight, Highlight]>([
    ['different text', [10, 12, 'Salt keeps.'], [11, 13, 'It does.']],
    ['locations that do not overlap', [10, 12, 'Salt'], [13, 15, 'Salt keeps.']],
    ['locations that do not overlap, the later first', [13, 15, 'Salt'], [10, 12, 'Salt keeps.']],
  ])('are both kept with %s', (_, first, second) => {
    expect(read(highlight(...first) + highlight(...second)).items).toHaveLength(2);
  });

  test('without a location are both kept', () => {
    const at = '- Your Highlight | Added on Monday';
    expect(read(entry(at, 'Salt') + entry(at, 'Salt keeps.')).items).toHaveLength(2);
  });

  test('pass their note on, unless the longer one has a note', () => {
    const both = highlight(10, 12, 'Salt') + noteAt(10, 'On salt');
    const longer = highlight(11, 15, 'Salt keeps.');
    expect(read(both + longer).items).toMatchObject([{ text: 'Salt keeps.', note: 'On salt' }]);
    const own = read(both + longer + noteAt(15, 'On keeping')).items;
    expect(own).toMatchObject([{ text: 'Salt keeps.', note: 'On keeping' }]);
  });
});
