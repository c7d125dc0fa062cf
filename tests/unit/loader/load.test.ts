import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError, formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection, loadCollectionOrThrow } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

const configYaml = `title: Lessons from Ion Stoica
person: Ion Stoica
lang: en
introduction: Hello.
requires: [theme, source]
parts:
  - number: 1
    title: One
    slug: one
`;

/** Returns a valid quote file; `fields` are further lines of its frontmatter. */
function quote(text: string, fields = ''): string {
  return `---\npart: 1\ntheme: On x\nsource: S\n${fields}---\n\n${text}\n`;
}

const valid = { 'collection.yaml': configYaml, 'quotes/a.md': quote('Text.') };

/** Writes a valid content folder with these files instead; an undefined one is left out. */
function folderOf(files: Record<string, string | Uint8Array | undefined>): string {
  const folder = temporaryFolder();
  writeFiles(
    folder,
    Object.entries({ ...valid, ...files }).flatMap(([path, content]) =>
      content === undefined ? [] : [[path, content] as const],
    ),
  );
  return folder;
}

function problemsOf(files: Record<string, string | Uint8Array | undefined>): string[] {
  return readCollection(folderOf(files)).problems.map(formatProblem);
}

/** Returns the problems of a quote file with this frontmatter. */
function problemsOfFields(...lines: string[]): string[] {
  return problemsOf({ 'quotes/a.md': `---\n${lines.join('\n')}\n---\n\nText.\n` });
}

describe('a valid folder', () => {
  test('becomes a collection with its quotes in reading order', () => {
    const { collection, problems } = readCollection(
      folderOf({
        'quotes/a.md': quote('First.', 'order: 2\n'),
        'quotes/deep/er/b.md': quote('Second *one*.', 'order: 1\n'),
      }),
    );
    expect(problems).toEqual([]);
    expect(collection!.quotes.map(({ id, text }) => [id, text])).toEqual([
      ['b', 'Second one.'],
      ['a', 'First.'],
    ]);
    expect(collection!.title).toBe('Lessons from Ion Stoica');
    expect(collection!.subjects).toEqual([]);
  });

  test('keeps every field of a quote as written and adds defaults', () => {
    const fields = `order: 3
aliases: [former, older]
url: https://a.example/talk
date: 2013
locator: p. 12
status: verified
person: Matei Zaharia
lang: pt-BR
`;
    const { entries } = readCollection(
      folderOf({ 'quotes/a.md': quote('Full.', fields), 'quotes/b.md': quote('Bare.') }),
    );
    expect(entries[0]).toMatchObject({
      id: 'a',
      part: 1,
      theme: 'On x',
      source: 'S',
      order: 3,
      aliases: ['former', 'older'],
      url: 'https://a.example/talk',
      date: '2013',
      locator: 'p. 12',
      status: 'verified',
      person: 'Matei Zaharia',
      lang: 'pt-BR',
    });
    expect(entries[1]).toMatchObject({ aliases: [], status: 'attributed' });
    expect(entries[1]).not.toHaveProperty('order');
  });

  test('may have BOMs and CRLF', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { entries, problems } = readCollection(
      folderOf({
        'collection.yaml': windows(configYaml),
        'quotes/a.md': windows(quote('One\ntwo.\\\nThree.')),
        'permalinks.json': windows('{\n"a": "live"\n}'),
      }),
    );
    expect(problems).toEqual([]);
    expect(entries[0]!.text).toBe('One two.\nThree.');
  });

  test('may contain any script, joiners, no-break spaces and soft hyphens', () => {
    const text = 'שלום 漢字 نمی\u200Cخواهم 5\u00A0km co\u00ADop e\u0301 👩\u200D🔬';
    const { entries } = readCollection(folderOf({ 'quotes/a.md': quote(text) }));
    expect(entries[0]!.text).toBe(text);
  });

  test('is required by loadCollectionOrThrow', () => {
    expect(loadCollectionOrThrow(folderOf({})).collection.quotes).toHaveLength(1);
    const folder = folderOf({ 'quotes/a.md': quote('# H'), 'quotes/b.md': 'x' });
    expect(() => loadCollectionOrThrow(folder)).toThrow(ContentError);
    expect(() => loadCollectionOrThrow(folder)).toThrow(
      /^4 errors in .*:\nquotes\/a\.md:7: body: .*\nquotes\/b\.md:1: part: is missing/u,
    );
  });
});

describe('the frontmatter of a quote', () => {
  test('is required', () => {
    expect(problemsOf({ 'quotes/a.md': 'Text.' })[0]).toMatch(
      /^quotes\/a\.md:1: part: is missing/u,
    );
  });

  test.each([
    ['---\npart: 1\n\nText.', 'has no second --- below the fields.'],
    ['part: 1\n---\n\nText.', 'has fields without a line of --- above them.'],
    ['----\npart: 1\n----\n\nText.', 'begins with ----.'],
    ['---x  \npart: 1\n---\n\nText.', 'begins with ---x.'],
    ['--- \npart: 1\n\nText.', 'has no second --- below the fields.'],
    ['+++ \npart = 1\n+++ \n\nText.', 'has fields between lines of +++.'],
    ['+++\npart = 1\n+++\n\nText.', 'has fields between lines of +++.'],
    [`\n${quote('Text.')}`, 'has something above the first ---.'],
    [` ${quote('Text.')}`, 'has something above the first ---.'],
  ])('must be between two lines of three hyphens, not %j', (markdown, message) => {
    const [problem, ...others] = problemsOf({ 'quotes/a.md': markdown });
    expect(problem).toContain(`quotes/a.md:1: ${message} Write `);
    expect(others).toEqual([]);
  });

  test.each([
    ['theme On trust', 'theme: has no colon after it. Write theme: On trust'],
    ['theme = On trust', 'theme: has no colon after it. Write theme: On trust'],
    ['theme:On trust', 'theme: has no space after the colon. Write theme: On trust'],
    ['- theme: On trust', 'theme: begins with a hyphen. Write theme: On trust'],
    ['\ttheme: x', 'begins with a tab. Remove it, or use spaces.'],
    ['part: 1\n theme: x', 'theme: is indented. Begin the line with the field: theme: x'],
    ['theme: On x: y', 'theme: has a second colon. Put the value in quotes: theme: "On x: y"'],
    ['theme: "On x', 'theme: has no " at its end. Put the whole value in quotes: theme: "On x"'],
    [
      'theme: "On" x',
      `theme: continues after the closing ". Put the whole value in quotes: theme: '"On" x'`,
    ],
    ["theme: 'It's x'", `theme: has a ' inside single quotes. Use double quotes: theme: "It's x"`],
    [
      'theme: - x',
      'theme: begins with -, which has a special meaning in YAML. Put the value in quotes: theme: "- x"',
    ],
    [
      'theme: @home',
      'theme: begins with @, which has a special meaning in YAML. Put the value in quotes: theme: "@home"',
    ],
    [
      'theme: `x`',
      'theme: begins with `, which has a special meaning in YAML. Put the value in quotes: theme: "`x`"',
    ],
    [
      'theme: [x',
      'theme: begins with [, which has a special meaning in YAML. Put the value in quotes: theme: "[x"',
    ],
    [
      'theme: > x',
      'theme: begins with >, which has a special meaning in YAML. Put the value in quotes: theme: "> x"',
    ],
    [
      'theme: 50% off: yes',
      'theme: has a second colon. Put the value in quotes: theme: "50% off: yes"',
    ],
    [
      'theme: # 1',
      'theme: is empty, because the # makes the rest of the line a comment. Put the value in quotes: theme: "# 1"',
    ],
    ['theme: x:', 'theme: has a second colon. Put the value in quotes: theme: "x:"'],
    [
      '# a: b: c\n\ntheme: a: b # c',
      'theme: has a second colon. Put the value in quotes: theme: "a: b # c"',
    ],
    [
      'theme: a: "b" \\',
      'theme: has a second colon. Put the value in quotes: theme: "a: \\"b\\" \\\\"',
    ],
    ['Theme  —  On trust ', 'Theme: has no colon after it. Write Theme: On trust'],
    ['-   theme:   x ', 'theme: begins with a hyphen. Write theme: x'],
    ['theme: a\tb: c', 'theme: has a second colon. Put the value in quotes: theme: "a\tb: c"'],
    [`theme: "a 'b'`, `theme: has no " at its end. Put the whole value in quotes: theme: "a 'b'"`],
    [
      `theme:  'a' b`,
      `theme: continues after the closing '. Put the whole value in quotes: theme: "'a' b"`,
    ],
    [
      'theme: "a" "b"',
      'theme: has a " inside double quotes. Write a backslash before it: theme: "a\\" \\"b"',
    ],
    [
      'theme: "The "Big" Book"',
      'theme: has a " inside double quotes. Write a backslash before it: theme: "The \\"Big\\" Book"',
    ],
    [
      'theme: "It\'s: x"\nlocator: a: b',
      'locator: has a second colon. Put the value in quotes: locator: "a: b"',
    ],
    [
      'theme: x\norder:',
      'order: has no value. Write it after the colon, or remove the field if it is not required.',
    ],
    [
      'theme: x\nlang: en-',
      'lang: is not a language tag. Use one such as en, de or pt-BR (BCP 47).',
    ],
    [`theme: ${'x'.repeat(1001)}`, 'theme: is longer than 1,000 characters. Shorten it.'],
    [
      'theme:',
      'theme: has no value. Write it after the colon, or remove the field if it is not required.',
    ],
    ['theme: 1984', 'theme: is a number to YAML. Put it in quotes: theme: "1984"'],
    ['theme: true', 'theme: is true or false to YAML. Put it in quotes: theme: "true"'],
    ['Theme: x', 'Theme: is not a known field. Write theme.'],
    ['topic: x', 'topic: is not a known field. Write theme.'],
    [
      'theme: x\ndate: 180',
      'date: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180.',
    ],
    [
      'theme: x\nurl: xhttp://a.example',
      'url: must be a web address, such as https://example.org/talk.',
    ],
    [
      'theme: x\nurl: http://a.example/ b',
      'url: must be a web address, such as https://example.org/talk.',
    ],
    ['theme: x\nurl: https://:80', 'url: must be a web address, such as https://example.org/talk.'],
    [
      'theme: x\nurl: HTTP://me@a.example/',
      'url: must not contain a user or password. Remove everything before the @.',
    ],
    [
      'theme: x\nurl: http://:pass@a.example/',
      'url: must not contain a user or password. Remove everything before the @.',
    ],
    ['theme: x\nurl: example.org', 'url: must be a web address, such as https://example.org/talk.'],
    [
      'theme: x\nlang: german',
      'lang: is not a language tag. Use one such as en, de or pt-BR (BCP 47).',
    ],
  ])('tells a newcomer to YAML what to type: %j', (fields, message) => {
    const files = {
      'collection.yaml': 'title: T\nrequires: [theme]\n',
      'quotes/a.md': `---\n${fields}\n---\n\nText.\n`,
    };
    const problems = problemsOf(files).map((line) => line.replace(/^quotes\/a\.md:\d+: /u, ''));
    // The first collection has parts, and this one has none.
    expect(problems.filter((line) => !line.startsWith('part: '))).toEqual([message]);
  });

  test.each(['- a', 'text'])('must contain fields, not %j', (frontmatter) => {
    expect(problemsOfFields(frontmatter)[0]).toBe(
      'quotes/a.md:2: must have fields. Write each on a line of its own, such as theme: On trust.',
    );
  });

  test('must have every required field', () => {
    expect(problemsOfFields('order: 1')).toEqual([
      'quotes/a.md:2: part: is missing. collection.yaml lists parts: write the number of one, such as part: 1.',
      'quotes/a.md:2: theme: is missing. collection.yaml requires it: write it above the second ---.',
      'quotes/a.md:2: source: is missing. collection.yaml requires it: write it above the second ---.',
    ]);
  });

  test('must name the person if the collection requires it and has none', () => {
    const requires = configYaml.replace('[theme, source]', '[part, person]');
    const files = { 'quotes/a.md': '---\ntheme: x # y\n---\n\nText.\n' };
    const comment = expect.stringContaining('theme: ends before the #') as string;
    const part =
      'quotes/a.md:2: part: is missing. collection.yaml requires it: write it above the second ---.';
    expect(problemsOf({ ...files, 'collection.yaml': requires })).toEqual([comment, part]);
    const nobody = requires.replace('person: Ion Stoica\n', '');
    expect(problemsOf({ ...files, 'collection.yaml': nobody })).toEqual([
      comment,
      part,
      'quotes/a.md:2: person: is missing. collection.yaml requires it: write it above the second ---.',
    ]);
  });

  test('is optional if nothing is required, and may not name a part if there are none', () => {
    const files = { 'collection.yaml': 'title: T\n', 'quotes/a.md': '""\n' };
    expect(problemsOf(files)).toEqual([]);
    expect(problemsOf({ ...files, 'quotes/a.md': '' })).toEqual([
      'quotes/a.md:1: body: is empty. Write the quote below the ---.',
    ]);
    expect(problemsOf({ ...files, 'quotes/a.md': '---\npart: 3\n---\n\nText.\n' })).toEqual([
      'quotes/a.md:2: part: names part 3, but the collection has no parts. Remove it, or list the parts in collection.yaml.',
    ]);
    expect(problemsOf({ ...files, 'quotes/a.md': `a ${'*'.repeat(2001)}` })).toEqual([
      'quotes/a.md:1: body: contains more than 2,000 emphasis marks and brackets. Shorten it, or escape literal marks with a backslash.',
    ]);
  });

  test('reports a missing field besides an unknown one', () => {
    expect(problemsOfFields('part: 1', 'theme: x', 'foo: 1')).toEqual([
      expect.stringContaining('foo: is not a known field.'),
      expect.stringContaining('source: is missing.'),
    ]);
  });

  test('may not contain an unknown field; names are case-sensitive', () => {
    expect(problemsOfFields('part: 1', 'theme: x', 'source: S', 'author: X', 'Lang: en')).toEqual([
      'quotes/a.md:5: author: is not a known field. Write person.',
      'quotes/a.md:6: Lang: is not a known field. Write lang.',
    ]);
  });

  test('is not coerced: every wrong type is reported with its line', () => {
    const lines = [
      'part: "1"',
      'theme: 2024',
      'source: true',
      'order: 1.5',
      'aliases: former',
      'url: ftp://a.example',
      'date: 2013-02-30',
      'locator: 5',
      'status: true',
      'person: [A]',
      'lang: e_n',
    ];
    expect(problemsOfFields(...lines)).toEqual([
      'quotes/a.md:2: part: must be a whole number, the number of a part in collection.yaml. Remove the quotes.',
      'quotes/a.md:3: theme: is a number to YAML. Put it in quotes: theme: "2024"',
      'quotes/a.md:4: source: is true or false to YAML. Put it in quotes: source: "true"',
      'quotes/a.md:5: order: must be a whole number.',
      'quotes/a.md:6: aliases: must be a list of former ids, such as [former-name].',
      'quotes/a.md:7: url: must be a web address, such as https://example.org/talk.',
      'quotes/a.md:8: date: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180.',
      'quotes/a.md:9: locator: is a number to YAML. Put it in quotes: locator: "5"',
      'quotes/a.md:10: status: must be one of verified, attributed, paraphrased.',
      'quotes/a.md:11: person: must be text, such as Ion Stoica; put a number or a date in quotes.',
      'quotes/a.md:12: lang: is not a language tag. Use one such as en, de or pt-BR (BCP 47).',
    ]);
  });

  test.each([
    ['2013', true],
    ['2013-10', true],
    ['2016-02-29', true],
    ['"2013"', true],
    ['0180', true],
    ['-0043', true],
    ['-0043-03-15', true],
    ['-0004-02-29', true],
    ['-0003-02-29', false],
    ['+2013', false],
    ['180', false],
    ['13', false],
    ['2013-13', false],
    ['2015-02-29', false],
    ['October 2013', false],
    ['2013-10-05T10:00', false],
  ])('accepts the date %s: %s', (date, isDate) => {
    const problems = problemsOfFields('part: 1', 'theme: x', 'source: S', `date: ${date}`);
    expect(problems.length === 0).toBe(isDate);
  });

  test('may contain a web address, and lines of up to 1,000 characters', () => {
    const lines = [
      'part: 1',
      `theme: ${'x'.repeat(1000)}`,
      'source: S',
      'url: http://a.example/?b#c',
    ];
    expect(problemsOfFields(...lines)).toEqual([]);
  });

  test('may not contain empty text or several lines', () => {
    expect(problemsOfFields('part: 1', 'theme: ""', 'source: " "', 'locator: "a\\nb"')).toEqual([
      'quotes/a.md:3: theme: is empty. Write it, or leave it out if it is not required.',
      'quotes/a.md:4: source: is empty. Write it, or leave it out if it is not required.',
      'quotes/a.md:5: locator: must be on one line.',
    ]);
  });

  test('may not contain forbidden characters', () => {
    expect(problemsOfFields('part: 1', 'theme: "a\\u200Bb"', 'source: a\u202Eb')).toEqual([
      'quotes/a.md:3: theme: contains the invisible or control character U+200B. Remove it.',
      'quotes/a.md:4: source: contains the invisible or control character U+202E. Remove it.',
    ]);
  });

  test('may not contain anchors, aliases, tags or merge keys', () => {
    expect(problemsOfFields('part: 1', 'theme: On x: y', 'source: S')).toEqual([
      'quotes/a.md:3: theme: has a second colon. Put the value in quotes: theme: "On x: y"',
    ]);
    expect(problemsOfFields('part: 1', 'theme: &a x', 'source: *a')).toEqual([
      'quotes/a.md:3: uses a YAML anchor or alias. Write the value out, or put it in quotes.',
      'quotes/a.md:4: uses a YAML anchor or alias. Write the value out, or put it in quotes.',
    ]);
  });

  test('reports an unknown part besides other problems', () => {
    expect(problemsOfFields('part: 7', 'theme: x')).toEqual([
      expect.stringMatching(/^quotes\/a\.md:2: part: names part 7/u),
      expect.stringMatching(/^quotes\/a\.md:2: source: is missing/u),
    ]);
    expect(problemsOf({ 'quotes/a.md': quote('# a').replace('part: 1', 'part: 7') })).toEqual([
      expect.stringMatching(/^quotes\/a\.md:2: part: names part 7/u),
      expect.stringMatching(/^quotes\/a\.md:7: body: contains a heading/u),
    ]);
  });

  test('loses nothing after a # silently', () => {
    expect(problemsOfFields('part: 1 # as printed', 'theme: On C #1', "source: 'S' #2")).toEqual([
      'quotes/a.md:3: warning: theme: ends before the #, which makes the rest of the line a comment. Put the value in quotes, or the comment on a line of its own.',
    ]);
  });

  test('loses nothing after a # and a space silently', () => {
    expect(problemsOfFields('part: 1', 'theme: On C # and more', 'source: S')).toEqual([
      expect.stringMatching(/^quotes\/a\.md:3: warning: theme: ends before the #/u),
    ]);
  });

  test('may contain any marks, but only limited nesting', () => {
    const stars = '*'.repeat(997);
    const lines = [
      'part: 1',
      `theme: "${stars}"`,
      `source: "---${stars}"`,
      'locator: "*******---"',
    ];
    expect(problemsOfFields(...lines)).toEqual([]);
    expect(problemsOfFields('part: 1', `aliases: ${'['.repeat(51)}`)).toEqual([
      'quotes/a.md:3: contains more than 50 levels of nesting. Shorten it, or escape literal marks with a backslash.',
    ]);
  });

  test('must name an existing part', () => {
    expect(problemsOfFields('part: 7', 'theme: x', 'source: S')).toEqual([
      'quotes/a.md:2: part: names part 7, which does not exist. Use one of 1, or add the part to collection.yaml.',
    ]);
  });
});

describe('the body of a quote', () => {
  const hint =
    'Use plain paragraphs with emphasis, strong, code and hard breaks only; escape a literal mark with a backslash.';

  test.each([
    ['# a', 'a heading'],
    ['a\n---', 'a heading'],
    ['- a', 'a list'],
    ['3) a', 'a list'],
    ['[a](https://a.example)', 'a link'],
    ['<https://a.example>', 'a link'],
    ['[a]: https://a.example', 'a link definition'],
    ['![a](b.png)', 'an image'],
    ['a | b\n--|--\n1 | 2', 'a table'],
    ['    a', 'a code block'],
    ['~~~\na\n~~~', 'a code block'],
    ['> a', 'a block quote'],
    ['***', 'a thematic break'],
    ['a <b>b</b> c', 'HTML'],
    ['<!-- a -->', 'HTML'],
  ])('may not contain %j: %s', (markdown, construct) => {
    expect(problemsOf({ 'quotes/a.md': quote(`First.\n\n${markdown}`) })).toEqual([
      `quotes/a.md:9: body: contains ${construct}. ${hint}`,
    ]);
  });

  test('may not contain a footnote', () => {
    const problems = problemsOf({ 'quotes/a.md': quote('a[^1]\n\n[^1]: b') });
    expect(problems).toContain(`quotes/a.md:7: body: contains a footnote. ${hint}`);
  });

  test('has all its constructs reported in one run', () => {
    expect(problemsOf({ 'quotes/a.md': quote('# a\n\n- b\n\n<i>c</i>') })).toEqual([
      `quotes/a.md:7: body: contains a heading. ${hint}`,
      `quotes/a.md:9: body: contains a list. ${hint}`,
      `quotes/a.md:11: body: contains HTML. ${hint}`,
    ]);
  });

  test.each([
    ['', 5],
    ['   \n\n', 5],
    ['&nbsp;', 7],
    ['` `', 7],
  ])('may not be empty: %j', (text, line) => {
    expect(problemsOf({ 'quotes/a.md': quote(text) })).toEqual([
      `quotes/a.md:${line}: body: is empty. Write the quote below the ---.`,
    ]);
  });

  test.each([
    ['a\u200Bb', 'U+200B'],
    ['a&#x2067;b', 'U+2067'],
    ['a\u0007b', 'U+0007'],
    ['a\rb', 'U+000D'],
  ])('may not contain a forbidden character: %j', (text, name) => {
    expect(problemsOf({ 'quotes/a.md': quote(text) })).toEqual([
      `quotes/a.md:7: body: contains the invisible or control character ${name}. Remove it.`,
    ]);
  });

  test('may not contain a forbidden character as an entity', () => {
    expect(problemsOf({ 'quotes/a.md': quote('One.\n\na&#x202E;b') })).toEqual([
      'quotes/a.md:7: body: contains the invisible or control character U+202E. Remove it.',
    ]);
  });

  test('may contain literal marks, with or without a backslash, and addresses as plain text', () => {
    const { entries, problems } = readCollection(
      folderOf({ 'quotes/a.md': quote('5 < 6 & a_b \\<i> \\*x\\* \\# \\[y] https://a.example') }),
    );
    expect(problems).toEqual([]);
    expect(entries[0]!.text).toBe('5 < 6 & a_b <i> *x* # [y] https://a.example');
  });

  test('joins wrapped lines, without a space in scripts that have none', () => {
    const { entries } = readCollection(
      folderOf({ 'quotes/a.md': quote('石の上にも\n三年。\nTwo\nwords') }),
    );
    expect(entries[0]!.text).toBe('石の上にも三年。 Two words');
  });
});

describe('a warning about the body of a quote', () => {
  test.each(['"Text."', '“Text.”', '„Text.“', '«Text.»', '「文。」', '"One.\n\nTwo."'])(
    'is given for quotation marks around it: %j',
    (text) => {
      const { problems, collection } = readCollection(folderOf({ 'quotes/a.md': quote(text) }));
      expect(problems.map(formatProblem)).toEqual([
        'quotes/a.md:7: warning: body: has quotation marks around it, which pages add themselves. Remove them, or run npm run check -- --fix.',
      ]);
      expect(collection).toBeDefined();
    },
  );

  test.each(["'Twas the singin'", '"Yes" and "no"', 'He said "yes"', '"Yes", he said.'])(
    'is not given for quotation marks within it: %j',
    (text) => expect(problemsOf({ 'quotes/a.md': quote(text) })).toEqual([]),
  );

  test('is given for a poem whose lines would be joined', () => {
    const poem = 'Grau, teurer Freund, ist alle Theorie,\nUnd grün des Lebens goldner Baum.';
    expect(problemsOf({ 'quotes/a.md': quote(poem) })).toEqual([
      'quotes/a.md:7: warning: body: has lines that will be joined into one. End each line of a poem but the last with a backslash: \\.',
    ]);
    expect(problemsOf({ 'quotes/a.md': quote(poem.replace('\n', '\\\n')) })).toEqual([]);
    expect(problemsOf({ 'quotes/a.md': quote(poem.replace('\n', '  \n')) })).toEqual([]);
  });

  test('is not given for wrapped prose', () => {
    const prose =
      'Moving data is expensive, so that you always want to bring the\ncomputation to the data. Not the other way around: that is what\nthe last ten years have taught us.';
    expect(problemsOf({ 'quotes/a.md': quote(prose) })).toEqual([]);
  });
});

describe('the name of a quote file', () => {
  test.each([
    ['A b.md', 'a-b'],
    ['é.md', 'e'],
    ['On timing.md', 'timing'],
    ['a_b.md', 'a-b'],
    ['page.md', 'page-2'],
    ['index.md', 'index-2'],
  ])('must be a valid slug, which %s is not', (name, better) => {
    expect(problemsOf({ [`quotes/${name}`]: quote('Other.') })).toEqual([
      `quotes/${name}: has a name that cannot be a permalink. Rename it to ${better}.md: lower-case letters, digits and hyphens.`,
    ]);
  });

  test('is unique across folders', () => {
    expect(problemsOf({ 'quotes/deep/a.md': quote('Other.') })).toEqual([
      'quotes/deep/a.md: has the same id as quotes/a.md. Rename one of the two.',
    ]);
  });

  test('may not be an alias, and no alias may occur twice', () => {
    expect(
      problemsOf({
        'quotes/b.md': quote('B.', 'aliases: [a, old]\n'),
        'quotes/c.md': quote('C.', 'aliases: [old, c]\n'),
      }),
    ).toEqual([
      'quotes/b.md:5: aliases: names a, which is the id or an alias of quotes/a.md. Remove it.',
      'quotes/c.md:5: aliases: names old, which is the id or an alias of quotes/b.md. Remove it.',
      'quotes/c.md:5: aliases: names c, which is the id or an alias of quotes/c.md. Remove it.',
    ]);
  });
});

test('the same quote in two files is an error that names both, regardless of quotation marks and spaces', () => {
  expect(problemsOf({ 'quotes/b.md': quote('*Text*.'), 'quotes/c.md': quote('Text.') })).toEqual([
    'quotes/b.md:7: body: is the same quote as quotes/a.md. Keep one of the two.',
    'quotes/c.md:7: body: is the same quote as quotes/a.md. Keep one of the two.',
  ]);
});

describe('collection.yaml', () => {
  test('is required', () => {
    expect(problemsOf({ 'collection.yaml': undefined })).toEqual([
      'collection.yaml: is missing. Create it with at least a title, such as title: Quotes I like.',
    ]);
  });

  test('must contain fields, not a list', () => {
    expect(problemsOf({ 'collection.yaml': '- a' })).toEqual([
      'collection.yaml:1: must have fields. Write at least a title, such as title: Quotes I like.',
    ]);
  });

  test.each(['', '# nothing'])('must have a title, unlike %j', (text) => {
    expect(problemsOf({ 'collection.yaml': text })[0]).toMatch(
      /^collection\.yaml:1: title: is missing\./u,
    );
  });

  test('is validated at every depth', () => {
    const text = `titel: x
lang: 5
introduction: " "
parts:
  - number: x
    name: One
    slug: One
  - 3
subjects: [{ term: Spark, match: [] }]
`;
    expect(problemsOf({ 'collection.yaml': text }).toSorted()).toEqual(
      [
        'collection.yaml:1: title: is missing. It must be text, such as Lessons from Ion Stoica; put a number or a date in quotes.',
        'collection.yaml:1: titel: is not a known field. Write title.',
        'collection.yaml:2: lang: must be a language tag such as en, de or pt-BR.',
        'collection.yaml:3: introduction: is empty. Describe the collection, or remove the field.',
        'collection.yaml:5: parts[1].number: must be a whole number, as printed.',
        'collection.yaml:5: parts[1].title: is missing. It must be text, such as The Philosophy of Open Source; put a number or a date in quotes.',
        'collection.yaml:6: parts[1].name: is not a known field. Remove it; the fields are number, title, slug.',
        'collection.yaml:7: parts[1].slug: must be lower-case letters, digits and hyphens, such as the-philosophy-of-open-source.',
        'collection.yaml:8: parts[2]: must have a number, a title and a slug.',
        'collection.yaml:9: subjects[1].match: is empty. List at least one word.',
      ].toSorted(),
    );
  });

  test('may not repeat the number or slug of a part', () => {
    const twice = `${configYaml}  - { number: 1, title: Two, slug: one }\n`;
    expect(problemsOf({ 'collection.yaml': twice })).toEqual([
      'collection.yaml:7: parts: has the number 1 twice. Use it only once.',
      'collection.yaml:7: parts: has the slug one twice. Use it only once.',
    ]);
  });

  test('may have an introduction of paragraphs and links only', () => {
    const hint = 'Use plain paragraphs with emphasis, strong, code and web links only.';
    const introduction = '|\n  # a\n\n  [b](https://b.example) [c](file:c) ![d](d)\n';
    expect(problemsOf({ 'collection.yaml': configYaml.replace('Hello.', introduction) })).toEqual([
      `collection.yaml:4: introduction: contains a heading. ${hint}`,
      `collection.yaml:4: introduction: contains a link. ${hint}`,
      `collection.yaml:4: introduction: contains an image. ${hint}`,
    ]);
  });

  test('may have an introduction with web links, or no introduction', () => {
    const linked = configYaml.replace('Hello.', '"[b](https://b.example)"');
    expect(problemsOf({ 'collection.yaml': linked })).toEqual([]);
    const without = configYaml.replace('introduction: Hello.\n', '');
    expect(readCollection(folderOf({ 'collection.yaml': without })).config!.introduction).toEqual(
      [],
    );
  });

  test('may be long and contain any marks, but only limited nesting', () => {
    const comment = `# ${'*'.repeat(100_001)}\n`;
    expect(problemsOf({ 'collection.yaml': configYaml + comment })).toEqual([]);
    expect(problemsOf({ 'collection.yaml': `${configYaml}# ${'['.repeat(51)}\n` })).toEqual([
      'collection.yaml:10: contains more than 50 levels of nesting. Shorten it.',
    ]);
    expect(
      problemsOf({ 'collection.yaml': configYaml.replace('Hello.', `"${'*'.repeat(2001)}"`) }),
    ).toEqual([
      'collection.yaml:4: introduction: contains more than 2,000 emphasis marks and brackets. Shorten it.',
    ]);
  });

  test('may not have forbidden characters in its introduction, even as entities', () => {
    expect(problemsOf({ 'collection.yaml': configYaml.replace('Hello.', '"a&#x200B;b"') })).toEqual(
      [
        'collection.yaml:4: introduction: contains the invisible or control character U+200B. Remove it.',
      ],
    );
  });

  test('reports the line of an introduction with a quoted key', () => {
    const text = configYaml.replace('introduction: Hello.', '"introduction": "# a"');
    expect(problemsOf({ 'collection.yaml': text })[0]).toMatch(
      /^collection\.yaml:4: introduction:/u,
    );
  });
});

describe('a folder', () => {
  test('that does not exist is an error', () => {
    const folder = join(temporaryFolder(), 'missing');
    const { problems, entries, ownPages } = readCollection(folder);
    expect([entries, ownPages]).toEqual([[], []]);
    expect(problems.map(formatProblem)).toEqual([
      `${folder}: is not a folder. Create it with npm run new, or correct its path (CONTENT_DIR).`,
    ]);
  });

  test('without quotes is an error', () => {
    expect(problemsOf({ 'quotes/a.md': undefined })).toEqual([
      'quotes: has no quotes. Add one with npm run add, or import some with npm run import.',
    ]);
  });

  test('that is a symbolic link inside quotes is not followed', () => {
    const folder = folderOf({});
    for (const name of ['one', 'two']) symlinkSync('.', join(folder, 'quotes', name));
    const { entries, problems } = readCollection(folder);
    expect(entries).toHaveLength(1);
    expect(problems.map(({ rule, file }) => [rule, file])).toEqual([
      ['unread-file', 'quotes/one'],
      ['unread-file', 'quotes/two'],
    ]);
  });

  test('may contain a README', () => {
    const files = { 'README.md': 'x', 'quotes/README.md': 'x', 'pages/README.md': 'x' };
    expect(problemsOf(files)).toEqual([]);
  });

  test('with other files causes a warning for each', () => {
    const files = { 'README.txt': 'x', 'quotes/.DS_Store': 'x', 'quotes/deep/b.MD': 'x' };
    const folder = folderOf(files);
    symlinkSync('a.md', join(folder, 'quotes', 'link.md'));
    const { collection, problems } = readCollection(folder);
    const hint = 'A quote is a file whose name ends in .md. Move this one elsewhere.';
    expect(collection).toBeDefined();
    expect(problems.map(formatProblem)).toEqual([
      'README.txt: warning: is not read. Only collection.yaml, permalinks.json, addresses.json, quotes/ and pages/ are read. Move it elsewhere.',
      `quotes/.DS_Store: warning: is not a quote. ${hint}`,
      `quotes/deep/b.MD: warning: is not a quote. ${hint}`,
      `quotes/link.md: warning: is not a quote. ${hint}`,
    ]);
  });

  test('with files that are not UTF-8 causes an error for each', () => {
    const latin1 = Buffer.from('caf\u00E9', 'latin1');
    const files = {
      'collection.yaml': latin1,
      'quotes/a.md': Buffer.concat([Buffer.from('é\nb\n'), latin1]),
      'quotes/b.md': Buffer.from('Text.', 'utf16le'),
      'quotes/c.md': Buffer.from('Text.', 'utf16le').swap16(),
    };
    const message = 'is not UTF-8 text. Save it with UTF-8 encoding.';
    expect(problemsOf(files)).toEqual([
      `collection.yaml:1: ${message}`,
      `quotes/a.md:3: ${message}`,
      `quotes/b.md:1: ${message}`,
      `quotes/c.md:1: ${message}`,
    ]);
  });

  test('with folders instead of files, or a file instead of a folder, is an error', () => {
    const folder = folderOf({
      'collection.yaml': undefined,
      'quotes/a.md': undefined,
      quotes: 'x',
    });
    mkdirSync(join(folder, 'collection.yaml'));
    mkdirSync(join(folder, 'permalinks.json'));
    expect(readCollection(folder).problems.map(formatProblem)).toEqual([
      'collection.yaml: is not a file. Replace it with a text file.',
      'quotes: has no quotes. Add one with npm run add, or import some with npm run import.',
      'permalinks.json: is not a file. Replace it with a text file.',
    ]);
  });

  test('has all its problems reported in one run', () => {
    const files = {
      'collection.yaml': configYaml.replace('lang: en', 'lang: 5'),
      'quotes/B.md': quote('Text.'),
      'quotes/c.md': 'theme: x',
      'quotes/d.md': quote('# a', 'oder: 1\n'),
      'notes.txt': 'x',
    };
    expect(problemsOf(files).map((line) => line.slice(0, 45))).toEqual([
      'collection.yaml:3: lang: must be a language t',
      'notes.txt: warning: is not read. Only collect',
      'quotes/B.md: has a name that cannot be a perm',
      'quotes/c.md:1: has fields without a line of -',
      'quotes/d.md:5: oder: is not a known field. Wr',
      'quotes/d.md:8: body: contains a heading. Use ',
      'quotes/a.md:7: body: is the same quote as quo',
    ]);
  });
});

describe('the ledger', () => {
  test('may not contain an id without file, alias or tombstone', () => {
    expect(problemsOf({ 'permalinks.json': '{ "a": "live", "old": "live" }' })).toEqual([
      expect.stringMatching(/^permalinks\.json:1: old: was published but now has no file\./u),
    ]);
    const files = {
      'permalinks.json': '{ "a": "live", "old": "live", "bad": { "gone": "2024-01-01" } }',
      'quotes/a.md': quote('Text.', 'aliases: [old]\n'),
    };
    expect(problemsOf(files)).toEqual([]);
  });

  test('causes a warning if it lacks an id', () => {
    const { collection, problems } = readCollection(folderOf({ 'permalinks.json': '{}' }));
    expect(collection).toBeDefined();
    expect(problems.map(formatProblem)).toEqual([
      'permalinks.json:1: warning: a: is not in the ledger of published ids. Run npm run permalinks.',
    ]);
  });

  test('does not report a quote as lost that could not be read', () => {
    const files = { 'permalinks.json': '{ "a": "live" }', 'quotes/a.md': quote('# a') };
    expect(problemsOf(files)).toEqual([expect.stringMatching(/^quotes\/a\.md:7: body: contains/u)]);
  });

  test('is checked by its valid entries even if others are invalid', () => {
    const ledger = '{\n  "a": "maybe",\n  "lost": "live"\n}\n';
    const { problems } = readCollection(folderOf({ 'permalinks.json': ledger }));
    expect(problems.map(({ rule, field, line, column }) => [rule, field, line, column])).toEqual([
      ['ledger-value', 'a', 2, 3],
      ['ledger-lost', 'lost', 3, 3],
    ]);
  });

  test('is checked even if other files cannot be read, except for aliases that they may have', () => {
    const files = {
      'permalinks.json':
        '{ "a": "live", "lost": "live", "old": "live", "bad": { "gone": "2024" } }',
      'quotes/a.md': quote('A lost text.'),
      'quotes/b.md': quote('# bad', 'aliases: [old]\n'),
    };
    expect(problemsOf(files)).toEqual([
      expect.stringMatching(/^quotes\/b\.md:8: body: contains/u),
      expect.stringMatching(/^permalinks\.json:1: lost: was published but now has no file\./u),
      expect.stringMatching(/^permalinks\.json:1: warning: b: is not in the ledger/u),
    ]);
  });
});
