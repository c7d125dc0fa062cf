import { describe, expect, test } from 'vitest';
import { readCollection } from '../../../src/loader/load.ts';
import { formatNotes } from '../../../src/import/export-notes.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

const configYaml = `title: Lessons from Ion Stoica
person: Ion Stoica
lang: en
introduction: He co-created *Spark*.
parts: [{ number: 7, title: Big Data, slug: big-data }]
`;

/** Formats a collection of one quote; `fields` is frontmatter besides the part. */
function format({
  introduction = 'He co-created Spark.',
  fields = 'theme: On gravity\nsource: Spark Summit',
  body = 'Moving data is expensive.',
  more = '',
}) {
  const folder = temporaryFolder();
  writeFiles(folder, [
    [
      'collection.yaml',
      configYaml.replace('He co-created *Spark*.', JSON.stringify(introduction)) + more,
    ],
    ['quotes/gravity.md', `---\npart: 7\n${fields}\n---\n\n${body}\n`],
  ]);
  const { collection, problems } = readCollection(folder);
  expect(problems).toEqual([]);
  return collection!;
}

describe('the notes of a collection', () => {
  test('contain its title, introduction, parts and quotes', () => {
    expect(formatNotes(format({}))).toEqual({
      errors: [],
      warnings: [],
      text: `Lessons from Ion Stoica
He co-created Spark.
Part 7: Big Data
- On gravity: "Moving data is expensive." — Source: Spark Summit`,
    });
  });

  test('are plain text without Markdown escapes and soft line breaks', () => {
    const { text } = formatNotes(format({ body: '2 \\* 3\nis \\<6>.' }));
    expect(text).toContain('"2 * 3 is <6>."');
  });

  test.each([
    [
      'a text',
      { body: 'y" thing: "A b.' },
      '- On gravity: “y" thing: "A b.” — Source: Spark Summit',
    ],
    [
      'a text of two quotations',
      { body: 'One." "Two.' },
      '- On gravity: “One." "Two.” — Source: Spark Summit',
    ],
    [
      'a theme',
      { fields: 'theme: \'On x: "y"\'\nsource: S' },
      '- On x: "y": "Moving data is expensive." — Source: S',
    ],
    [
      'the first word of a theme',
      { fields: 'theme: “Free” software\nsource: S' },
      '- “Free” software: "Moving data is expensive." — Source: S',
    ],
    [
      'a source',
      { fields: "theme: On x\nsource: 'a\" — Source: b'" },
      '- On x: “Moving data is expensive.” — Source: a" — Source: b',
    ],
  ])('have paired quotation marks, whatever marks %s contains', (_, change, line) => {
    expect(formatNotes(format(change)).text).toContain(`\n${line}`);
  });

  test.each([
    [
      'a hard break',
      { body: 'One\\\ntwo.' },
      'quote gravity has a hard break, which notes cannot express',
    ],
    [
      'several paragraphs',
      { body: 'One.\n\nTwo.' },
      'quote gravity has several paragraphs, which notes cannot express',
    ],
    ['a missing theme', { fields: 'source: S' }, 'quote gravity has no theme, which notes require'],
    ['emphasis', { body: 'So *much*.' }, 'quote gravity has emphasis, which notes cannot express'],
    [
      'a hard break in the introduction',
      { introduction: 'One\\\ntwo.' },
      'the introduction has a hard break, which notes cannot express',
    ],
    [
      'a link in the introduction',
      { introduction: '[Spark](https://spark.apache.org)' },
      'the introduction has a link, which notes cannot express',
    ],
    [
      'invisible spaces in a theme',
      { fields: 'theme: On  x\nsource: S' },
      'quote gravity has marks or spaces that an import would not read back',
    ],
    [
      'a source that would begin too late',
      { fields: "theme: On x\nsource: 'a\" — Source: b” — Source: c'" },
      'quote gravity: the line contains two quotes; write one per line: expected `- On theme: "quote" — Source: name`, found `- On x: "Moving data is expensive." — Source: a…`',
    ],
    [
      'an introduction that would begin a part',
      { introduction: 'Part 9: Nine' },
      'the introduction has marks or spaces that an import would not read back',
    ],
  ])('are refused if they cannot express %s', (_, change, message) => {
    const { text, errors } = formatNotes(format(change));
    expect(text).toBeUndefined();
    expect(errors).toContain(message);
  });

  test('leave out other fields with a warning', () => {
    const fields =
      'theme: On gravity\nsource: S\nurl: https://a.example\nstatus: verified\naliases: [y]';
    const { text, warnings } = formatNotes(format({ fields }));
    expect(text).toBeDefined();
    expect(warnings).toEqual(['not included in notes: url (1), aliases (1), status (1)']);
    const others = 'theme: On gravity\nsource: S\ndate: 2013\nlocator: p. 1\nperson: Ada\nlang: de';
    const more = 'subjects: [{ term: Data, match: [data] }]\nreport: a@b.example\ndate: 2014\n';
    expect(formatNotes(format({ fields: others, more })).warnings).toEqual([
      'not included in notes: date (1), locator (1), person (1), lang (1), the subjects, the report address, the date of the collection',
    ]);
  });

  test('report how many quotes have an id that an import would not derive', () => {
    const { text, warnings } = formatNotes(format({ fields: 'theme: On rain\nsource: S' }));
    expect(text).toContain('- On rain: ');
    expect(warnings).toEqual(['not included in notes: id (1)']);
  });
});
