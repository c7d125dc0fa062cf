import { describe, expect, test } from 'vitest';
import { fieldLookup, itemOf, valuesOf } from '../../../src/import/fields.ts';
import type { FieldName } from '../../../src/loader/field-names.ts';

const item = (values: Partial<Record<FieldName, string>>) =>
  JSON.parse(
    JSON.stringify(itemOf(4, new Map(Object.entries(values) as [FieldName, string][]))),
  ) as object;

test('a name is a field by --columns, or by synonym unless it means something else', () => {
  const columns = new Map([['chapter', 'theme']]);
  const names = ['Quote', 'Book Title', 'Chapter', 'Colour'];
  expect(names.map(fieldLookup(columns))).toEqual(['text', 'source', 'theme', undefined]);
  expect(names.map(fieldLookup(undefined, ['quote']))).toEqual([
    undefined,
    'source',
    'heading',
    undefined,
  ]);
});

test('of two cells of a field the first that is not blank is used', () => {
  const unknown = new Set<string>();
  const cells = [
    ['Quote', ' '],
    ['Text', 'A'],
    ['Quote', 'B'],
    ['Colour', 'red'],
  ] as const;
  expect([...valuesOf(cells, fieldLookup(undefined), unknown)]).toEqual([['text', 'A']]);
  expect([...unknown]).toEqual(['Colour']);
});

describe('the item of named values', () => {
  test('has their values and its line', () => {
    expect(item({ text: ' A ', theme: 'On x', person: 'Ada,', source: ' ' })).toEqual({
      line: 4,
      text: 'A',
      theme: 'On x',
      person: 'Ada',
      tags: [],
    });
  });

  test.each([
    [{ heading: 'Two' }, 'Two'],
    [{ part: '2', heading: 'Two' }, 2],
    [{ part: '2b' }, '2b'],
    [{ part: '1234567890' }, '1234567890'],
  ])('has a part from %j', (values, part) => {
    expect(item(values)).toMatchObject({ part });
  });

  test.each([
    ['-12', -12],
    ['1.5', undefined],
    ['a1', undefined],
    ['1a', undefined],
    ['1234567890', undefined],
  ])('with the order %s has %s', (order, number) => {
    expect((item({ order }) as { order?: number }).order).toBe(number);
  });

  test.each([
    [{ page: '12' }, 'p. 12'],
    [{ page: 'xii–xiv' }, 'p. xii–xiv'],
    [{ page: '12 ff.' }, 'p. 12 ff.'],
    [{ page: 'page 12' }, 'page 12'],
    [{ page: '12 above' }, '12 above'],
    [{ locator: '7' }, 'location 7'],
    [{ locator: '7–9' }, 'location 7–9'],
    [{ locator: '7 min' }, '7 min'],
    [{ locator: '7', locationType: 'Page' }, 'p. 7'],
    [{ locator: '7', locationType: 'webpage' }, 'location 7'],
    [{ locator: '7', locationType: 'order' }, undefined],
    [{ locator: '7', locationType: 'time_offset' }, undefined],
    [{ locationType: 'page' }, undefined],
  ])('with %j has the locator %s', (values, locator) => {
    expect((item(values) as { locator?: string }).locator).toBe(locator);
  });

  test('has tags separated by commas, semicolons, bars and line breaks', () => {
    expect(item({ tags: 'a b, c ;d|e\nf,' })).toMatchObject({ tags: ['a b', 'c', 'd', 'e', 'f'] });
  });

  test.each([
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['a <i>b</i> <span class="x">c</span>', 'a b c'],
    ['a<br>b<BR />c', 'a\nb\nc'],
    ['<p>a</p> <p class="x">b</p>', 'a\n\nb'],
    ['a <x> b & c', 'a <x> b & c'],
    ['1 < 2 & 3; 4 > 3', '1 < 2 & 3; 4 > 3'],
  ])('has text without HTML: %j', (text, plain) => {
    expect(item({ text })).toMatchObject({ text: plain });
  });
});
