import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mergeLists,
  moveQuote,
  parseList,
  parseSentList,
  removeQuote,
  restoreQuotes,
  type SavedList,
  toItems,
  updateIds,
} from '../../../../src/client/saved/list.ts';
import { savedList } from './arbitrary.ts';

const list = parseList(['one', 'two', 'three']);
const ids = (of: SavedList) => [...of.keys()];

describe('a list of saved quotes', () => {
  test('moves a quote by positions and stops at the ends', () => {
    expect(ids(moveQuote(list, 'three', -1))).toEqual(['one', 'three', 'two']);
    expect(ids(moveQuote(list, 'one', 9))).toEqual(['two', 'three', 'one']);
    expect(ids(moveQuote(list, 'one', -1))).toEqual(ids(list));
    expect(ids(moveQuote(list, 'four', 1))).toEqual(ids(list));
  });

  test('normalizes the lines of a note, keeps indents, and drops blank lines around it', () => {
    const noteFrom = (note: string) => parseList([{ id: 'one', note }]).get('one');
    expect(noteFrom('\r\n \n  first\r\n\nsecond \n\n')).toBe('  first\n\nsecond ');
    expect(noteFrom(' \n ')).toBe('');
  });

  test('replaces former ids, and merges quotes that have become one', () => {
    const current = new Map([
      ['one', 'uno'],
      ['two', 'uno'],
    ]);
    expect(ids(updateIds(list, current))).toEqual(['uno', 'three']);
    const noted = parseList(['one', { id: 'two', note: 'mine' }]);
    expect([...updateIds(noted, current)]).toEqual([['uno', 'mine']]);
  });

  test('adds what it lacks from another list, and keeps its own notes', () => {
    const own = parseList([{ id: 'one', note: 'mine' }, 'two', 'three']);
    const other = parseList([{ id: 'one', note: 'theirs' }, { id: 'two', note: 'theirs' }, 'four']);
    expect([...mergeLists(own, other)]).toEqual([
      ['one', 'mine'],
      ['two', 'theirs'],
      ['three', ''],
      ['four', ''],
    ]);
  });

  test('restores a removed quote with its position and note', () => {
    fc.assert(
      fc.property(savedList(1), fc.nat(), (former, pick) => {
        const id = ids(former)[pick % former.size]!;
        expect([...restoreQuotes(removeQuote(former, id), former)]).toEqual([...former]);
        expect([...restoreQuotes(new Map(), former)]).toEqual([...former]);
      }),
    );
  });
});

describe('reading a list', () => {
  test.each([
    [null, []],
    ['text', []],
    [{ one: 1 }, []],
    [[null, 1, [], {}, { id: 3 }, 'Not an id', 'a--b', '../x'], []],
    [['one', 'one', { id: 'one', note: 'late' }], ['one']],
    [[{ id: 'one', note: 7, more: true }], ['one']],
  ])('from %o returns %o', (value, expected) => {
    expect(ids(parseList(value))).toEqual(expected);
  });

  test('never throws, and reads its own result unchanged', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const found = parseList(value);
        expect([...parseList(toItems(found))]).toEqual([...found]);
      }),
    );
  });
});

describe('a list in an address', () => {
  const current = new Map([
    ['one', 'one'],
    ['two', 'two'],
    ['zwei', 'two'],
  ]);
  const sent = (query: string) => parseSentList(query, current);

  test('contains known quotes, each once, under their current ids', () => {
    const found = sent('?ids=zwei,%20one,,two,one');
    expect(found && ids(found.list)).toEqual(['two', 'one']);
    expect(found).toMatchObject({ named: 3, unknown: 0 });
  });

  test('may have any case and trailing punctuation', () => {
    const found = sent('?ids=ONE,two.');
    expect(found && ids(found.list)).toEqual(['one', 'two']);
    expect(sent('?ids=one,two.html%29%2C')).toMatchObject({ named: 2, unknown: 0 });
  });

  test('counts the ids that are not in the collection', () => {
    const found = sent('?ids=one,three,BAD%20ONE');
    expect(found && ids(found.list)).toEqual(['one']);
    expect(found).toMatchObject({ named: 3, unknown: 2 });
    expect(sent('?ids=../x')).toEqual({ list: new Map(), named: 1, unknown: 1 });
  });

  test.each(['?ids=', '?ids', '?ids=,%20,', '?q=one', ''])('is undefined for “%s”', (query) => {
    expect(sent(query)).toBeUndefined();
  });
});
