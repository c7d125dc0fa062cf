import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectionData } from '../../../../src/collection/quote-data.ts';
import { parseList } from '../../../../src/client/saved/list.ts';
import { readList, toJson, toMarkdown, toText } from '../../../../src/client/saved/transfer.ts';
import { collectionOf, label, site, words } from '../../outputs/collection.ts';
import { savedList } from './arbitrary.ts';

const collection = collectionData(collectionOf(), site);
const list = parseList([{ id: 'data-gravity', note: 'Ask Anna.\n# 2' }, 'gone']);
const ids = (text: string) => [...readList(text).keys()];

describe('a list as a file', () => {
  test('in Markdown has a heading with a link, the quote and the note', () => {
    expect(toMarkdown(list, collection)).toBe(`# Lessons

## [On data gravity](https://example.org/quotes/data-gravity/)

> Moving data is expensive.
>
> — Ion Stoica, Spark Papers

Ask Anna.
\\# 2

## [gone](/quotes/gone/)
`);
  });

  test('as text has each quote with reference, address and note', () => {
    expect(toText(list, collection)).toBe(`“Moving data is expensive.” — Ion Stoica, Spark Papers
https://example.org/quotes/data-gravity/

Ask Anna.
# 2

/quotes/gone/
`);
  });

  test('is read back unchanged from JSON and from Markdown', () => {
    fc.assert(
      fc.property(savedList(), words, label, (saved, text, theme) => {
        const any = collectionData(
          collectionOf({ id: [...saved.keys()][0] ?? 'x', text, theme }),
          site,
        );
        expect([...readList(toJson(saved, any))]).toEqual([...saved]);
        expect([...readList(toMarkdown(saved, any))]).toEqual([...saved]);
      }),
    );
  });
});

test('a note keeps its indents and trailing spaces in a file', () => {
  const indented = parseList([
    { id: 'data-gravity', note: '    as code\n  # and on ' },
    { id: 'gone', note: '\tgone ' },
  ]);
  expect(indented.get('data-gravity')).toBe('    as code\n  # and on ');
  expect(readList(toMarkdown(indented, collection))).toEqual(indented);
  expect(readList(toJson(indented, collection))).toEqual(indented);
});

describe('reading a file', () => {
  test.each([
    ['["one", "two"]', ['one', 'two']],
    ['["https://example.org/quotes/one/", "x y"]', ['one']],
    ['{"quotes": [{"id": "one"}, {"id": 2}]}', ['one']],
    ['{"saved": 1}', []],
    ['null', []],
    [
      'see https://example.org/quotes/one/ and /base/quotes/two, (/quotes/three/)',
      ['one', 'two', 'three'],
    ],
    ['https://example.org/quotes/page/2/', []],
    ['', []],
    ['{"quotes": [', []],
  ])('%s finds %o', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readList(text)));
    fc.assert(fc.property(fc.json(), (text) => void readList(text)));
  });
});
