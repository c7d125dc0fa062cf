import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatNoteProblem } from '../../../src/import/problem.ts';
import { readTable } from '../../../src/import/csv-import.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/tables/${name}.csv`, 'utf8');
const none = { parts: [] };

function problemsOf(text: string): string[] {
  return readTable(text, none).problems.map((problem) => formatNoteProblem('t.csv', problem));
}

describe('a table', () => {
  test('of a spreadsheet gives its fields: BOM, semicolons, CRLF and breaks in cells', () => {
    const { quotes, titles, problems } = readTable(fixture('spreadsheet'), none);
    expect(problems).toEqual([]);
    expect([...titles]).toEqual([[1, 'One']]);
    expect(quotes).toEqual([
      {
        part: 1,
        theme: 'On gravity',
        source: 'Spark Summit',
        text: 'Moving data\nis expensive; very.',
        order: 2,
        url: 'https://a.example/talk',
        date: '2013',
        locator: 'p. 12',
        status: 'verified',
        line: 2,
      },
      {
        part: 1,
        theme: 'On trust',
        source: 'Blog; of data',
        text: 'He said "go"',
        order: 1,
        line: 5,
      },
    ]);
  });

  test('from Readwise takes books for sources and parts, short notes for themes', () => {
    const { quotes, titles, notices } = readTable(fixture('readwise'), none);
    expect([...titles]).toEqual([
      [1, 'Spark Papers'],
      [2, 'Ray Papers'],
    ]);
    expect(quotes).toMatchObject([
      {
        part: 1,
        theme: 'On gravity',
        text: 'Moving data is expensive.',
        locator: 'page 12',
        person: 'Ion Stoica',
      },
      { part: 1, theme: 'You always want to bring the', locator: 'location 345' },
      {
        part: 2,
        theme: 'First paragraph. Second, with a comma.',
        text: 'First paragraph.\n\nSecond, with a comma.',
      },
    ]);
    expect(notices).toEqual([
      '2 of 3 themes are the first words of their quotes, for want of a note that is a label',
      'each book is a part; --part N puts all quotes into one',
      'left out: amazon book id, color, tags, highlighted at, document tags',
    ]);
  });

  test('from Readwise goes into the part that it is told, or that has the title of the book', () => {
    const partsOf = (options: Parameters<typeof readTable>[1]) =>
      readTable(fixture('readwise'), options).quotes!.map(({ part }) => part);
    expect(partsOf({ parts: [], part: 7 })).toEqual([7, 7, 7]);
    expect(partsOf({ parts: [{ number: 4, title: 'Ray Papers' }] })).toEqual([5, 5, 4]);
  });

  test('may have columns in which nobody wrote anything', () => {
    const { quotes, problems } = readTable(
      'part,,theme,quote,source,\n1,,a,b,c, \n1,,d,e,f\n',
      none,
    );
    expect(problems).toEqual([]);
    expect(quotes).toMatchObject([
      { theme: 'a', text: 'b', source: 'c' },
      { theme: 'd', text: 'e', source: 'f' },
    ]);
    expect(problemsOf('part,theme,quote,source,\n1,a,b,c,\n1,d,e,f,stray\n')).toEqual([
      expect.stringMatching(/^t\.csv:1: column `` is not known/u),
    ]);
  });

  test('with tabs may hold quotation marks as they are, unless a cell stands in them', () => {
    const head = 'part\ttheme\tquote\tsource\n';
    const textsOf = (rows: string) => readTable(head + rows, none).quotes?.map(({ text }) => text);
    expect(textsOf('1\ta\tHe said "go" twice.\tS\n')).toEqual(['He said "go" twice.']);
    expect(textsOf('1\ta\t"He said ""go"" twice."\tS\n')).toEqual(['He said "go" twice.']);
  });

  test('has all its errors reported in one run', () => {
    expect(problemsOf(fixture('wrong'))).toEqual([
      't.csv:2: url must be an https address, such as https://example.org/talk. Found `http://a.example`',
      't.csv:3: status must be one of verified, attributed, paraphrased, found `sure`',
      't.csv:3: part must be a whole number, found `x`',
      't.csv:3: order must be a whole number, found `1.5`',
      't.csv:4: theme is empty',
      't.csv:4: source is empty',
      't.csv:5: line has more cells than there are columns: `extra`',
    ]);
  });

  test.each([
    ['nothing', '', ['t.csv:1: line is missing: the file is empty']],
    [
      'an unknown column',
      'part,theme,quote,source,colour\n1,a,b,c,d',
      [
        't.csv:1: column `colour` is not known: expected part, part title, theme, source, text, quote, order, url, date, locator, status, person, lang',
      ],
    ],
    [
      'too few columns',
      'theme,quote\na,b',
      [
        't.csv:1: source has no column: add one',
        't.csv:1: part has no column: add one, or name one with --part N',
      ],
    ],
    [
      'a column twice',
      'part,theme,quote,text,source\n1,a,b,b,c',
      ['t.csv:1: column `text` is there twice'],
    ],
    [
      'no quotes',
      'part,theme,quote,source\n,,,\n',
      ['t.csv:1: quote is missing: the table holds none'],
    ],
    [
      'the same quote twice',
      'part,theme,quote,source\n1,a,b  c,S\n1,d,"b\nc",S\n',
      ['t.csv:3: quote is the same as on line 2: keep one of lines 2 and 3, `b\uFFFDc`'],
    ],
    [
      'marks that never close',
      'part,theme,quote,source\n1,a,"b,S\n',
      [
        't.csv:2: line has marks that never close: a cell that holds quotation marks stands in marks, with those inside it doubled',
      ],
    ],
    [
      'bytes that were not UTF-8',
      'part,theme,quote,source\n1,a,Caf\uFFFD,S\n',
      [
        't.csv:2: quote holds U+FFFD, the mark of bytes that are not UTF-8; save the file with the encoding UTF-8: `Caf\uFFFD`',
      ],
    ],
  ])('with %s is refused', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(readTable(text, none).quotes).toBeUndefined();
  });

  test('of anything is read to an end', () => {
    const head = fc.constantFrom('', 'part,theme,quote,source\n', 'Highlight;Book Title\n');
    fc.assert(
      fc.property(head, fc.string({ unit: 'binary', maxLength: 200 }), (columns, rest) => {
        const { quotes, problems } = readTable(columns + rest, none);
        expect(quotes === undefined).toBe(problems.length > 0);
      }),
    );
  });
});
