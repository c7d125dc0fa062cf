import { describe, expect, test } from 'vitest';
import { reporter, type ImportDiagnostic } from '../../../src/import/item.ts';
import { headOf, rowsOf } from '../../../src/import/table.ts';

describe('the header row of a table', () => {
  test.each([
    ['Quote,Author\nA,B', ',', 0, ['text', 'person']],
    ['Quote;Author;Book, full', ';', 0, ['text', 'person', undefined]],
    ['Quote\tAuthor\tBook', '\t', 0, ['text', 'person', 'source']],
    ['"Quote" ; "Author"', ';', 0, ['text', 'person']],
    ['"A, b, c";Quote', ';', 0, [undefined, 'text']],
    ['sep=;\nQuote;Author', ';', 1, ['text', 'person']],
    ['"sep=|"\nQuote|Author', '|', 1, ['text', 'person']],
    ['My quotes\n\nQuote,Author', ',', 2, ['text', 'person']],
    ['A quote, by Ada\nAuthor,Book', ',', 0, [undefined, undefined]],
    [`${'zz\n'.repeat(9)}Quote,Author`, ',', 9, ['text', 'person']],
    [`${'zz\n'.repeat(10)}Quote,Author`, ',', 0, [undefined]],
  ])('of %j is found', (text, delimiter, skipped, fields) => {
    expect(headOf(text, undefined)).toEqual({ delimiter, skipped, fields });
  });

  test('may be named by --columns', () => {
    const columns = new Map([['spruch', 'quote']]);
    expect(headOf('Spruch,Autor', columns).fields[0]).toBe('text');
  });
});

describe('the rows of a table', () => {
  const rows = (text: string, delimiter = ',', skipped = 0) => {
    const diagnostics: ImportDiagnostic[] = [];
    const found = rowsOf(text, { delimiter, skipped, fields: [] }, reporter(diagnostics));
    return {
      rows: found.map(({ line, cells }) => [line, ...cells]),
      messages: diagnostics.map(({ line, message }) => `${line}: ${message}`),
    };
  };

  test.each([
    [
      'a,b\nc,d\n',
      ',',
      0,
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'x\na,b\n,\nc',
      ',',
      1,
      [
        [2, 'a', 'b'],
        [4, 'c'],
      ],
    ],
    [
      'a,"b ""c""\nd"\ne,f',
      ',',
      0,
      [
        [1, 'a', 'b "c"\nd'],
        [3, 'e', 'f'],
      ],
    ],
    ['a,b "c" d', ',', 0, [[1, 'a', 'b "c" d']]],
    [
      'a\tb "c\nd\te',
      '\t',
      0,
      [
        [1, 'a', 'b "c'],
        [2, 'd', 'e'],
      ],
    ],
    ['a\t"b\nc"', '\t', 0, [[1, 'a', 'b\nc']]],
    [
      'a,"b\nc,d',
      ',',
      0,
      [
        [1, 'a', '"b'],
        [2, 'c', 'd'],
      ],
    ],
  ])('of %j have their line number', (text, delimiter, skipped, expected) => {
    expect(rows(text, delimiter, skipped)).toEqual({ rows: expected, messages: [] });
  });

  test('are not read if quotation marks do not pair', () => {
    expect(rows('a,b\nc,"d\ne')).toEqual({
      rows: [],
      messages: [
        '3: has quotation marks that are never closed: put a cell that contains quotation marks in quotation marks, and double those inside it',
      ],
    });
  });
});
