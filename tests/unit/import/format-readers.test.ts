import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/import/formats/index.ts';

const formatOf = (name: string) => formats.find((format) => format.name === name)!;

/** Reads a text: its items without absent fields, and its diagnostics. */
function read(name: string, text: string) {
  const { items, diagnostics, title, parts } = formatOf(name).read({ name: 'x', text });
  return {
    items: JSON.parse(JSON.stringify(items)) as object[],
    messages: diagnostics.map(
      ({ severity, line, subject, message }) => `${severity} ${line}: ${subject} ${message}`,
    ),
    title,
    parts,
  };
}

describe.each<[format: string, cases: [name: string, text: string, score: number][]]>([
  [
    'fortune',
    [
      ['x', 'a\n%\nb', 0.95],
      ['x', 'a\n%%\nb', 0.95],
      ['x', 'a 5%\nb', 0],
      ['x', '% a\nb', 0],
      ['x', 'One.\n-- Ada Lovelace\n \nTwo.\n  — Charles Babbage , Passages', 0.7],
      ['x', 'One.\n-- Ada Lovelace', 0],
      ['x', 'One.\n-- Ada Lovelace\n\nTwo.', 0],
      ['x', 'One.\n-- Ada Lovelace\n\nTwo.\n-- Ada\nand more', 0],
    ],
  ],
  [
    'zotero',
    [
      ['x', 'a\n“b” ([p](zotero://c))', 0.98],
      ['x', 'a “b” ([p](zotero://c))', 0],
      ['x', '“b” (zotero)', 0],
    ],
  ],
  [
    'apple-books',
    [
      ['x', 'a\n Excerpt From\nb\nprotected by copyright', 1],
      ['x', 'Auszug aus: b', 0.6],
      ['x', 'An excerpt from', 0],
      ['x', 'copyright', 0],
    ],
  ],
  [
    'markdown',
    [
      ['x.md', 'a\n> b', 0.95],
      ['x.markdown', '---\na: 1\n---\nb', 0.7],
      ['x.MD', 'a', 0.1],
      ['x.md.txt', 'a', 0],
      ['x', '   >b', 0.9],
      ['x', 'a > b', 0],
      ['x', '> \n', 0],
    ],
  ],
  [
    'readwise-note',
    [
      ['x', '# A\n## Metadata\n\n\n- Full Title: A\n## Highlights', 0.97],
      ['x', '## Metadata\n- Author: A', 0],
      ['x', 'a\n## Highlights', 0],
      ['x', '## Metadata\n- Author: A\nThe ## Highlights', 0],
    ],
  ],
  [
    'csv',
    [
      ['x', 'Quote,Colour\n', 0.98],
      ['x', 'Quote\n', 0],
      ['x.TSV', 'Colour', 0.7],
      ['x.csv.txt', 'Colour', 0],
      ['x', 'Author,Book,Page', 0.6],
      ['x', 'Author,Book,Colour', 0],
    ],
  ],
])('%s', (format, cases) => {
  test.each(cases)('recognizes %s with %j: %d', (name, text, score) => {
    expect(formatOf(format).recognize({ name, text })).toBe(score);
  });
});

describe('a fortune file', () => {
  const line = (length: number) => 'x'.repeat(length);

  test.each([
    ['one\ntwo  \nthree', 'one two three'],
    ['one\nTwo\n"Three\nfour', 'one\nTwo\n"Three four'],
    ['one\n  two\n\nthree', 'one\ntwo\n\nthree'],
    [`${line(59)}\nTwo`, `${line(59)}\nTwo`],
    [`${line(60)}\nTwo`, `${line(60)} Two`],
  ])('joins the lines of prose and keeps those of verse: %j', (text, words) => {
    expect(read('fortune', `${text}\n%\nx\n`).items[0]).toMatchObject({ text: words });
  });

  test('has an attribution below each entry, and maybe a remark below it', () => {
    const text =
      'a\n\t-- Ada,\n\t   Notes\n\nA remark,\n  on two lines\n%\n\nb\n- c d\n- d\n%%\n-- e\n';
    expect(read('fortune', text).items).toEqual([
      { line: 1, text: 'a', credit: '-- Ada, Notes', note: 'A remark, on two lines' },
      { line: 9, text: 'b - c d', credit: '- d', note: '' },
      { line: 13, text: '-- e' },
    ]);
  });

  test('without percent signs has entries separated by empty lines', () => {
    expect(read('fortune', 'a 5%\n-- Ada\n  \nb\n-- Bob\n').items).toEqual([
      { line: 1, text: 'a 5%', credit: '-- Ada', note: '' },
      { line: 4, text: 'b', credit: '-- Bob', note: '' },
    ]);
  });
});

describe('a Zotero note', () => {
  test.each([
    [
      '“Words” ([Smith, 2020, p. 3](zotero://a)) ([pdf](zotero://b)) a comment ',
      { text: 'Words', source: 'Smith, 2020', locator: 'p. 3', note: 'a comment' },
    ],
    [
      '“Words” ([Smith (2020)](https://www.zotero.org/x))',
      { text: 'Words', source: 'Smith (2020)', note: '' },
    ],
    [
      '<span class="x">“One “two” three”</span> (<i>A</i>, S. 12-13) (EPUB)',
      { text: 'One “two” three', source: 'A', locator: 'S. 12-13', note: '' },
    ],
    ['  “Words”  ', { text: 'Words', source: '', note: '' }],
  ])('has an annotation in %j', (text, item) => {
    expect(read('zotero', `\n${text}`)).toMatchObject({
      items: [{ line: 2, ...item }],
      messages: [],
    });
  });

  test('has a title, and other lines are reported', () => {
    const text = '# Annotations\n#  A title\n# Another\nwords\n“Words” and more\n\n';
    expect(read('zotero', text)).toMatchObject({
      title: 'A title',
      items: [],
      messages: [
        'notice 1: line left out: not an annotation',
        'notice 3: line left out: not an annotation',
        'notice 4: line left out: not an annotation',
        'error 5: quote has no closing mark: `“Words” and more`',
      ],
    });
  });
});

describe('an excerpt of Apple Books', () => {
  const copyright = 'This material may be protected by copyright.';

  test('has its words, title, author and address', () => {
    const text = `\n“One.\n \nTwo.”\n\nExcerpt From\n\nA title \nAda\nhttps://books.apple.com/x\n${copyright}\n\n“Three.”\nExcerpt From\nA title\n${copyright}`;
    expect(read('apple-books', text)).toMatchObject({
      items: [
        {
          line: 2,
          text: '“One.\n\nTwo.”',
          source: 'A title',
          person: 'Ada',
          url: 'https://books.apple.com/x',
        },
        { line: 13, text: '“Three.”', source: 'A title' },
      ],
      messages: [],
    });
  });

  test('may have title and author in one line', () => {
    expect(
      read('apple-books', 'One.\nExcerpt From: Ada A.  Lovelace. “A title.” iBooks. \n').items,
    ).toEqual([{ line: 1, text: 'One.', source: 'A title', person: 'Ada A.  Lovelace' }]);
    expect(read('apple-books', 'One.\nAuszug aus: Ada. „A title“ https://a.example').items).toEqual(
      [{ line: 1, text: 'One.', source: 'A title', person: 'Ada', url: 'https://a.example' }],
    );
    expect(read('apple-books', 'One.\nExcerpt From: A title').items).toEqual([
      { line: 1, text: 'One.', source: 'A title' },
    ]);
  });

  test('may have its address on a line of its own', () => {
    const text = 'One.\nExcerpt From: Ada. “A title.” iBooks.\nhttps://a.example\n';
    expect(read('apple-books', text).items).toEqual([
      { line: 1, text: 'One.', source: 'A title', person: 'Ada', url: 'https://a.example' },
    ]);
  });

  test('ends after two lines or at an empty one', () => {
    const text =
      'One.\nExcerpt From\nT\nAda\nTwo.\nExcerpt From\nU\n\nThree.\nExcerpt From\nV\nBob\n';
    expect(read('apple-books', text).items).toEqual([
      { line: 1, text: 'One.', source: 'T', person: 'Ada' },
      { line: 5, text: 'Two.', source: 'U' },
      { line: 9, text: 'Three.', source: 'V', person: 'Bob' },
    ]);
  });

  test('must have text above and a source below', () => {
    const text = ` \nExcerpt From\nT\n\nstray\nmore\n${copyright}`;
    expect(read('apple-books', text)).toMatchObject({
      items: [],
      messages: [
        'error 2: quote is missing above `Excerpt From`',
        'error 5: source is missing: expected “Excerpt From” after `stray`',
      ],
    });
    expect(read('apple-books', `a\nExcerpt From\nT\n\n${copyright}\n \n`).messages).toEqual([]);
  });
});

describe('Markdown', () => {
  test.each([
    ['> One\n> two\n> — Ada Lovelace', [{ line: 1, text: 'One two', credit: '— Ada Lovelace' }]],
    ['> One\n\n— Ada Lovelace', [{ line: 1, text: 'One', credit: '— Ada Lovelace' }]],
    ['> > One', [{ line: 1, text: 'One' }]],
    ['>One', [{ line: 1, text: 'One' }]],
    ['> [!quote] Ada\n> One', [{ line: 1, text: 'One', credit: 'Ada' }]],
    [
      '> [!cite]- A title\n> One\n> — Ada',
      [{ line: 1, text: 'One', credit: '— Ada', note: 'A title' }],
    ],
    ['> [!Citation|x]+ One', [{ line: 1, text: 'One' }]],
    ['> One #tag #two/b ^id-1', [{ line: 1, text: 'One', tags: ['tag', 'two/b'] }]],
    ['> One — <cite>Ada</cite>', [{ line: 1, text: 'One', credit: 'Ada' }]],
    ['> One <cite>Ada\n> Lovelace</cite>', [{ line: 1, text: 'One', credit: 'Ada Lovelace' }]],
    ['- "One\n  two"\n  - no', [{ line: 1, text: 'One two' }]],
    [
      '- "One"\n  1. no\n* “Two”\n3) > Three',
      [
        { line: 1, text: 'One' },
        { line: 3, text: 'Two' },
        { line: 4, text: 'Three' },
      ],
    ],
    ['> *One* [two](https://a.example)', [{ line: 1, text: 'One two' }]],
  ])('has quotes in %j', (text, items) => {
    expect(read('markdown', text).items).toMatchObject(items);
  });

  const outside = (line: number) => `notice ${line}: line left out: text outside of quotes`;

  test.each([
    ['text\n> a', [outside(1)]],
    ['> a\n\ntext\n\n— Ada Lovelace', [outside(3), outside(5)]],
    ['> a\n\n ^id-1 \n\n%% a comment\n\n---\n \n', []],
    ['> a\n\nnot ^id\n^id no\n^\nno %%', [outside(3), outside(4), outside(5), outside(6)]],
    ['> [!note] b\n> c', ['notice 1: line left out: a callout that is not a quote']],
    ['> [!unquote] b', ['notice 1: line left out: a callout that is not a quote']],
    ['> [!quoted] b', ['notice 1: line left out: a callout that is not a quote']],
    [
      '```\n> a\n~~~\n> b',
      [
        'notice 1: line left out: code',
        'notice 2: line left out: code',
        'notice 3: line left out: code',
      ],
    ],
    ['- item', [outside(1)]],
  ])('reports text that is not a quote in %j', (text, messages) => {
    expect(read('markdown', text).messages).toEqual(messages);
  });

  test('has headings for parts and themes, and frontmatter', () => {
    const text =
      '---\nauthor: Ada\ntitle: A book\ntags: [t]\n---\n# A\n> a #u\n\n## B ##\n> b\n\n**C:**\n> c\n';
    expect(read('markdown', text).items).toMatchObject([
      { line: 7, text: 'a', source: 'A book', person: 'Ada', tags: ['t', 'u'] },
      { line: 10, text: 'b', part: 'B' },
      { line: 13, text: 'c', part: 'B', theme: 'C' },
    ]);
  });
});

describe('a Readwise note', () => {
  const metadata =
    '# A book\n\n## Metadata\n- Author: [[Ada Lovelace]]\n* Full Title: A *book*\n-  URL: https://a.example \n- Category: #books\n\n';

  test('has highlights with their location, note and tags', () => {
    const text = `${metadata}## New Highlights added today\n- One ([Page 3](https://x))\n\t-  Note: my note\n    - Tags: a,  b c\n- Two\n  go on ([Location 12](https://x))\n### Part A\n*  Three ([View Highlight](https://x))\n`;
    const about = { person: 'Ada Lovelace', source: 'A book', url: 'https://a.example' };
    expect(read('readwise-note', text)).toMatchObject({
      items: [
        {
          ...about,
          line: 10,
          text: 'One',
          locator: 'p. 3',
          note: 'my note',
          tags: ['a', 'b', 'c'],
        },
        { ...about, line: 13, text: 'Two\ngo on', locator: 'location 12' },
        { ...about, line: 16, text: 'Three', part: 'Part A' },
      ],
      messages: ['notice 7: line left out: `Category: #books`'],
    });
  });

  test('may not contain text that is neither a heading nor a highlight', () => {
    expect(
      read('readwise-note', `${metadata}## Highlights\nstray\n# Metadata\nwords\n`).messages,
    ).toEqual([
      'notice 7: line left out: `Category: #books`',
      'error 10: line is neither a heading nor a highlight: `stray`',
    ]);
  });
});

describe('a table', () => {
  test('has a quote in each row, and parts if columns have number and title', () => {
    const text =
      'Quote , Author,Part,Heading,Colour,\nOne,Ada,2,Two ,red,\nTwo,,2,Other,,\nThree,Ada,x,X,,\n';
    const { items, parts, messages } = read('csv', text);
    expect(items).toMatchObject([
      { line: 2, text: 'One', person: 'Ada', part: 2 },
      { line: 3, text: 'Two', part: 2 },
      { line: 4, text: 'Three', part: 'x' },
    ]);
    expect(parts).toEqual([{ number: 2, title: 'Two' }]);
    expect(messages).toEqual(['notice 1: column left out: Colour']);
  });

  test('must have a quote column, and no more cells than columns', () => {
    expect(read('csv', 'Author,,Book\nAda,,x').messages).toEqual([
      'error 1: quote has no column among `Author, Book`: name it with --columns "NAME=quote"',
    ]);
    expect(read('csv', 'Quote,Author\nOne,Ada, ,\nTwo,Ada,,x')).toMatchObject({
      items: [{ line: 2 }],
      messages: ['error 3: line has more cells than the header: `x`'],
    });
    expect(read('csv', 'My quotes\nQuote,Author\nOne,Ada').messages).toEqual([
      'notice 1: line left out: above the header row',
    ]);
    expect(read('csv', 'sep=,\nQuote,Author\nOne,Ada').messages).toEqual([]);
    expect(read('csv', '')).toMatchObject({ items: [], messages: [] });
  });
});
