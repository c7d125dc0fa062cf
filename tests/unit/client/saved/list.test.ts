import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  itemsOf,
  joined,
  listFrom,
  moved,
  renamed,
  restored,
  type SavedList,
  sentList,
  without,
} from '../../../../src/client/saved/list.ts';
import { savedList } from './arbitrary.ts';

const list = listFrom(['one', 'two', 'three']);
const ids = (of: SavedList) => [...of.keys()];

describe('a list of saved quotes', () => {
  test('moves a quote by places and stops at the ends', () => {
    expect(ids(moved(list, 'three', -1))).toEqual(['one', 'three', 'two']);
    expect(ids(moved(list, 'one', 9))).toEqual(['two', 'three', 'one']);
    expect(ids(moved(list, 'one', -1))).toEqual(ids(list));
    expect(ids(moved(list, 'four', 1))).toEqual(ids(list));
  });

  test('keeps a note with LF lines and its indents, without blank lines around', () => {
    const noteFrom = (note: string) => listFrom([{ id: 'one', note }]).get('one');
    expect(noteFrom('\r\n \n  first\r\n\nsecond \n\n')).toBe('  first\n\nsecond ');
    expect(noteFrom(' \n ')).toBe('');
  });

  test('follows the former ids of its quotes, which may be one by now', () => {
    const current = new Map([
      ['one', 'uno'],
      ['two', 'uno'],
    ]);
    expect(ids(renamed(list, current))).toEqual(['uno', 'three']);
    const noted = listFrom(['one', { id: 'two', note: 'mine' }]);
    expect([...renamed(noted, current)]).toEqual([['uno', 'mine']]);
  });

  test('takes from another what it lacks, and keeps its own notes', () => {
    const own = listFrom([{ id: 'one', note: 'mine' }, 'two', 'three']);
    const other = listFrom([{ id: 'one', note: 'theirs' }, { id: 'two', note: 'theirs' }, 'four']);
    expect([...joined(own, other)]).toEqual([
      ['one', 'mine'],
      ['two', 'theirs'],
      ['three', ''],
      ['four', ''],
    ]);
  });

  test('gives back what was removed, in its place and with its note', () => {
    fc.assert(
      fc.property(savedList(1), fc.nat(), (former, pick) => {
        const id = ids(former)[pick % former.size]!;
        expect([...restored(without(former, id), former)]).toEqual([...former]);
        expect([...restored(new Map(), former)]).toEqual([...former]);
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
  ])('from %o gives %o', (value, expected) => {
    expect(ids(listFrom(value))).toEqual(expected);
  });

  test('never throws, and finds nothing new in what it found', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const found = listFrom(value);
        expect([...listFrom(itemsOf(found))]).toEqual([...found]);
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
  const sent = (query: string) => sentList(query, current);

  test('has the quotes that are here, each once, under the ids that they have now', () => {
    const found = sent('?ids=zwei,%20one,,two,one');
    expect(found && ids(found.list)).toEqual(['two', 'one']);
    expect(found).toMatchObject({ named: 3, unknown: 0 });
  });

  test('is read as it was pasted, in any case and with marks after it', () => {
    const found = sent('?ids=ONE,two.');
    expect(found && ids(found.list)).toEqual(['one', 'two']);
    expect(sent('?ids=one,two.html%29%2C')).toMatchObject({ named: 2, unknown: 0 });
  });

  test('tells how many of those it names are not here', () => {
    const found = sent('?ids=one,three,BAD%20ONE');
    expect(found && ids(found.list)).toEqual(['one']);
    expect(found).toMatchObject({ named: 3, unknown: 2 });
    expect(sent('?ids=../x')).toEqual({ list: new Map(), named: 1, unknown: 1 });
  });

  test.each(['?ids=', '?ids', '?ids=,%20,', '?q=one', ''])('is none in “%s”', (query) => {
    expect(sent(query)).toBeUndefined();
  });
});
