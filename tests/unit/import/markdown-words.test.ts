import { describe, expect, test } from 'vitest';
import { createResult, reporter, type ImportDiagnostic } from '../../../src/import/item.ts';
import {
  markdownWords,
  plainLine,
  readFrontmatter,
  withoutEmphasis,
} from '../../../src/import/markdown-words.ts';

/** Returns the words of Markdown on line 2, and the diagnostics. */
function wordsOf(markdown: string) {
  const diagnostics: ImportDiagnostic[] = [];
  const words = markdownWords(markdown, 2, 'quote', reporter(diagnostics));
  const messages = diagnostics.map(
    ({ severity, line, subject, message }) => `${severity} ${line}: ${subject} ${message}`,
  );
  return { words, messages };
}

describe('the words of Markdown', () => {
  test.each([
    ['Plain words, as they are. ', 'Plain words, as they are.'],
    ['One *two* **three** `four` [five](https://a.example)', 'One two three four five'],
    ['One  two   three *x*', 'One two three x'],
    ['One\n*two*  \nthree<br>four', 'One two\nthree\nfour'],
    ['One *x*\n\nTwo', 'One x\n\nTwo'],
    ['> One\n>\n> Two', 'One\n\nTwo'],
    ['- one *x*\n- two', 'one x\ntwo'],
    ['One %%a note%%two *x*', 'One two x'],
    ['See [[Page|the page]], [[Other]] *x*', 'See the page, Other x'],
    ['A ==marked== word and 1 == 2', 'A marked word and 1 == 2'],
    ['a <b>bold</b> word', 'a bold word'],
    ['Two ---\n\n---\n\nrules', 'Two ---\n\nrules'],
  ])('%j are %j', (markdown, words) => {
    expect(wordsOf(markdown)).toEqual({ words, messages: [] });
  });

  test.each([
    ['One ![[file.png]]two', 'One two', 'an embedded file'],
    ['One[^1] *two*', 'One two', 'a footnote mark'],
    ['One ![a desk](b.png) two', 'One two', 'an image, `a desk`'],
    ['One ![](b.png) two', 'One two', 'an image'],
  ])('of %j are without parts that are reported', (markdown, words, what) => {
    expect(wordsOf(markdown)).toEqual({ words, messages: [`notice 2: quote left out: ${what}`] });
  });

  test('are empty if a limit is exceeded', () => {
    expect(wordsOf('['.repeat(51))).toEqual({
      words: '',
      messages: ['error 2: quote contains more than 50 levels of nesting'],
    });
  });
});

test.each([
  ['*a*', 'a'],
  ['**a b**', 'a b'],
  ['***a***', 'a'],
  ['_ a _', 'a'],
  ['*a* b *c*', '*a* b *c*'],
  ['**a*', '**a*'],
  ['*a', '*a'],
  ['a', 'a'],
])('%j without emphasis around it is %j', (text, plain) => {
  expect(withoutEmphasis(text)).toBe(plain);
});

test.each([
  ['*a', 'a'],
  ['a**', 'a'],
  ['**a*', '**a*'],
  ['*a*b', '*a*b'],
])('%j without emphasis at one end is %j', (text, plain) => {
  expect(withoutEmphasis(text, true)).toBe(plain);
});

test('a line is plain without emphasis, tags and spaces around it', () => {
  expect(plainLine(' <p>**<em>a</em> <b**</p> ')).toBe('a <b');
});

describe('frontmatter', () => {
  const read = (yaml: string, columns?: Map<string, string>) => {
    const { result, ...report } = createResult();
    const item = readFrontmatter(`---\n${yaml}\n---\n`, columns, result, report);
    const fields = JSON.parse(JSON.stringify(item)) as object;
    return { fields, title: result.title, diagnostics: result.diagnostics };
  };

  test('gives person and source', () => {
    const { fields, title } = read(
      'title: A *book*\nauthor: [Ada, Charles]\nurl: https://a.example',
    );
    expect(fields).toMatchObject({
      source: 'A book',
      person: 'Ada, Charles',
      url: 'https://a.example',
    });
    expect(title).toBeUndefined();
  });

  test('gives the title of the document if it has no author', () => {
    const { fields, title } = read('title: A book\nx: { y: 1 }\ntags: [a, b]\ndate: 2013\nnote: n');
    expect(title).toBe('A book');
    expect(fields).toEqual({ line: 0, text: '', tags: ['a', 'b'] });
  });

  test('may be empty, and is reported if it is invalid', () => {
    expect(read('')).toMatchObject({ diagnostics: [] });
    expect(read('a: [b').diagnostics).toMatchObject([
      { severity: 'error', line: 1, message: 'has frontmatter that is not valid YAML: `a: [b`' },
    ]);
  });
});
