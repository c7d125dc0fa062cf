import { describe, expect, test } from 'vitest';
import { read as readFormat, recognize } from '../../../src/import/formats/json.ts';

/** Reads JSON: its items without tags and absent fields, and its diagnostics. */
function read(text: string) {
  const { items, diagnostics, title, parts } = readFormat({ name: 'x', text });
  return {
    items: items.map(({ tags = [], ...item }) => ({
      ...(JSON.parse(JSON.stringify(item)) as object),
      ...(tags.length > 0 && { tags }),
    })),
    messages: diagnostics.map(
      ({ severity, line, subject, message }) => `${severity} ${line}: ${subject} ${message}`,
    ),
    title,
    parts,
  };
}

test.each([
  ['x', ' [ "a"', 0.97],
  ['x', '{ "a"', 0.97],
  ['x', '{}', 0.97],
  ['x', '[{', 0.97],
  ['x', '[ [ "a"', 0.97],
  ['x', '[]\n', 0.97],
  ['x', '[a', 0],
  ['x', '[] a', 0],
  ['x', '{a', 0],
  ['x', 'a ["b"]', 0],
  ['x.ndjson', 'a', 0.97],
  ['x.json.txt', 'a', 0],
])('%s with %j is recognized with %d', (name, text, score) => {
  expect(recognize({ name, text })).toBe(score);
});

describe('JSON has quotes', () => {
  test.each([
    [
      'in each text, with its attribution',
      '["a b",\n"“c” — Ada Lovelace",\n]',
      [
        { line: 1, text: 'a b' },
        { line: 2, text: 'c', credit: 'Ada Lovelace' },
      ],
    ],
    [
      'in each pair of words and a name',
      '[["Words one", "Ada Lovelace"], ["Ada Lovelace", "Bob Smith"], ["x y", "z w"], ["a b", "C", "D"]]',
      [
        { text: 'Words one', credit: 'Ada Lovelace' },
        { text: 'Ada Lovelace' },
        { text: 'Bob Smith' },
        { text: 'x y' },
        { text: 'z w' },
        { text: 'a b' },
        { text: 'C' },
        { text: 'D' },
      ],
    ],
    [
      'in each line that is JSON',
      '\n{"quote":"a"}\n\n {"quote":"b"}\n',
      [
        { line: 2, text: 'a' },
        { line: 4, text: 'b' },
      ],
    ],
    [
      'below headings that are keys',
      '{"Courage": ["one two", "three"], "Hope": ["x y"]}',
      [
        { text: 'one two', part: 'Courage' },
        { text: 'three', part: 'Courage' },
        { text: 'x y', part: 'Hope' },
      ],
    ],
    [
      'in objects of a list, which inherit the fields around it',
      '{"author":"Ada","title":"B","highlights":[{"text":"one","note":"n"},{"text":"two","author":"Bob"}]}',
      [
        { text: 'one', note: 'n', source: 'B', person: 'Ada' },
        { text: 'two', source: 'B', person: 'Bob' },
      ],
    ],
    [
      'besides lists of tags, texts or named objects',
      '[{"text":"a","tags":[{"name":"x"},{"name":"y"}]},{"text":"b","tags":["x","y z"]}]',
      [
        { text: 'a', tags: ['x', 'y'] },
        { text: 'b', tags: ['x', 'y z'] },
      ],
    ],
    [
      'besides lists of texts under an unknown key',
      '[{"text":"a","data":["b c"]}]',
      [{ text: 'a' }, { text: 'b c' }],
    ],
    [
      'of a book that is an object',
      '[{"quote":"a","book":{"title":"T","author":"Ada"},"page":{}}]',
      [{ text: 'a', source: 'T', person: 'Ada' }],
    ],
    [
      'of an author that has a name',
      '[{"name":"Ada","text":"a b"},{"author":{"name":"Bob"},"text":"c"}]',
      [
        { text: 'a b', person: 'Ada' },
        { text: 'c', person: 'Bob' },
      ],
    ],
  ])('%s', (_, text, items) => {
    const found = read(text);
    expect(found.messages).toEqual([]);
    expect(found.items).toHaveLength(items.length);
    expect(found.items).toMatchObject(items);
  });

  test('of Hypothesis in the selectors of its target', () => {
    const annotation = {
      target: [{ selector: [{ type: 'x' }, { exact: 'words' }] }],
      uri: 'https://a.example',
      document: { title: ['T'] },
      text: 'my note',
      tags: ['x'],
      user: 'acct:me',
    };
    expect(read(JSON.stringify([annotation])).items).toEqual([
      {
        line: 1,
        text: 'words',
        source: 'T',
        url: 'https://a.example',
        note: 'my note',
        tags: ['x'],
      },
    ]);
    expect(
      read('[{"target":[{"selector":[]}],"uri":"https://a.example","text":"n"}]').items,
    ).toEqual([{ line: 1, text: '', url: 'https://a.example', note: 'n' }]);
    expect(read('[{"target":"x","uri":"https://a.example","text":"words"}]').items).toMatchObject([
      { text: 'words' },
    ]);
    expect(read('[{"target":["x"],"text":"words"}]').items).toMatchObject([{ text: 'words' }]);
  });

  test('of Readwise without its kinds of books', () => {
    const text =
      '[{"user_book_id":1,"title":"T","author":"Ada","source":"kindle","category":"books","highlights":[{"text":"a","location":7,"location_type":"location"}]}]';
    expect(read(text)).toMatchObject({
      items: [{ text: 'a', source: 'T', person: 'Ada', locator: 'location 7' }],
      messages: ['notice 1: column left out: user_book_id, source, category'],
    });
  });

  test('of our own /quotes.json without the address of their page', () => {
    const own = {
      quotes: [{ id: 'x', text: 'a', theme: 'On x', url: 'https://a.example/quotes/x/' }],
      title: 'T',
      lang: 'de',
      parts: [{ number: 1, title: 'One' }],
    };
    expect(read(JSON.stringify(own))).toEqual({
      items: [{ line: 1, text: 'a', theme: 'On x' }],
      messages: [],
      title: 'T',
      parts: [{ number: 1, title: 'One' }],
    });
    const other = read(JSON.stringify({ ...own, lang: 'x' }));
    expect(other.title).toBeUndefined();
    expect(other.items[0]).toMatchObject({ url: 'https://a.example/quotes/x/', source: 'T' });
    expect(read(JSON.stringify({ ...own, quotes: { a: ['b c'] } })).title).toBeUndefined();
  });
});

describe('JSON that is not a quote', () => {
  test.each([
    ['[null, 5,\ntrue]', ['error 1: quote is not text: `5`', 'error 2: quote is not text: `true`']],
    ['[{"text":"a","is_deleted":true}]', ['notice 1: quote left out: marked as deleted']],
    ['[\n"a b",\n{"x": }\n]', ['error 3: line is not JSON: value expected']],
    ['["a b"', ['error 1: line is not JSON: close bracket expected']],
    [
      '[{"text":"a","book_id":5},{"text":"b","book_id":5,"title":"T"}]',
      [
        'notice 1: source is missing: the book is only a number; Readwise’s /export has titles',
        'notice 1: column left out: book_id',
      ],
    ],
    [
      '[{"text":"a","author":{"x":"y"},"theme":[]}]',
      ['notice 1: column left out because it has no text: author'],
    ],
    ['['.repeat(200_000), ['error 1: line is nested too deeply']],
    ['{}', []],
    ['[]', []],
  ])('is reported: %#', (text, messages) => {
    expect(read(text).messages).toEqual(messages);
  });
});
