import { describe, expect, test } from 'vitest';
import { bookPages, bookParts, pageInPart, paginate } from '../../../src/collection/pagination.ts';
import { collectionOf } from './quotes.ts';

test('the pages of a list contain all items in order', () => {
  expect(paginate(['a', 'b', 'c'], 2)).toEqual([
    { page: 1, last: 2, items: ['a', 'b'] },
    { page: 2, last: 2, items: ['c'] },
  ]);
});

test('a list that fits is one page, and so is an empty one', () => {
  expect(paginate(['a', 'b'], 2)).toEqual([{ page: 1, last: 1, items: ['a', 'b'] }]);
  expect(paginate([], 2)).toEqual([{ page: 1, last: 1, items: [] }]);
});

describe('a part of three quotes on pages of two', () => {
  const { parts, quotes } = collectionOf({ one: '1', two: '2', three: '3' });

  test('has each quote on its page', () => {
    expect(quotes.map((quote) => pageInPart(quote, quote.part, 2))).toEqual([1, 1, 2]);
  });

  test('has a copy of a quote, as on pages with marked words, on the same page', () => {
    expect(pageInPart({ ...quotes[2]! }, quotes[2]!.part, 2)).toBe(2);
  });

  test('has two pages', () => {
    expect(paginate(parts[0]!.quotes, 2)).toHaveLength(2);
    expect(paginate(parts[0]!.quotes, 3)).toHaveLength(1);
  });
});

describe('the book', () => {
  const ids = (pages: ReturnType<typeof bookPages>) =>
    pages.map(({ parts }) =>
      parts.map(({ part, quotes }) => [part?.number, ...quotes.map(({ id }) => id)]),
    );

  test('may have a part that spans pages', () => {
    const { parts, quotes, ...rest } = collectionOf({ one: '1', two: '2', three: '3', four: '4' });
    const second = { ...parts[0]!, number: 2, quotes: quotes.slice(3) };
    const moved = quotes.map((quote, at) => (at > 2 ? { ...quote, part: second } : quote));
    const collection = { ...rest, parts: [...parts, second], quotes: moved };
    expect(ids(bookPages(collection, 2))).toEqual([
      [[1, 'one', 'two']],
      [
        [1, 'three'],
        [2, 'four'],
      ],
    ]);
    expect(bookParts(collection, 2)).toEqual([
      { part: parts[0], page: 1 },
      { part: second, page: 2 },
    ]);
  });

  test('omits a part without quotes', () => {
    const { parts, ...rest } = collectionOf({ one: '1' });
    const collection = { ...rest, parts: [...parts, { ...parts[0]!, number: 2, quotes: [] }] };
    expect(bookParts(collection).map(({ part }) => part.number)).toEqual([1]);
  });

  test('has a thousand quotes on a page', () => {
    const texts = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`q-${at}`, `${at}`]));
    const pages = bookPages(collectionOf(texts));
    expect(pages.map(({ items }) => items.length)).toEqual([1000, 1]);
  });
});
