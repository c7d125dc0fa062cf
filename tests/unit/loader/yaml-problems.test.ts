import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { fieldName, readYaml } from '../../../src/loader/yaml.ts';

const schema = z.strictObject({
  name: z.string({ error: 'must be text. Put it in quotes.' }),
  date: z.string().optional(),
  parts: z.array(z.strictObject({ number: z.int({ error: 'must be a number.' }) })).optional(),
});

const problemsOf = (text: string) =>
  readYaml(text, schema).problems.map(([rule, message, hint, { line, column, field } = {}]) =>
    [rule, `${line}:${column}`, field ?? '', message, hint].join(' | '),
  );

const unknown = 'is not a known field. | Remove it; the fields are name, date, parts.';
const indirect = 'uses a YAML anchor or alias. | Write the value out, or put it in quotes.';
const comment =
  'ends before the #, which makes the rest of the line a comment. | Put the value in quotes, or the comment on a line of its own.';
const elsewhere = (source: string, value: number) =>
  `is written as ${source}, which some programs read differently. | Write ${value}, or put text in quotes.`;
const twice = 'is written twice. | Keep one of the two.';

describe('a problem of YAML', () => {
  test.each([
    ['name: a\nsize: name', [`unknown-field | 2:1 | size | ${unknown}`]],
    [
      'name: a\nparts:\n  - number: 1\n    size: 2',
      [
        'unknown-field | 4:5 | parts[1].size | is not a known field. | Remove it; the fields are number.',
      ],
    ],
    [
      'nam: a',
      [
        'missing-field | 1:1 | name | is missing. | It must be text. Put it in quotes.',
        'unknown-field | 1:1 | nam | is not a known field. | Write name.',
      ],
    ],
    [': a\nname: b', [`unknown-field | 1:1 |  | ${unknown}`]],
    [
      '? [a]\n: b\nname: c',
      ['yaml-indirection | 1:3 |  | uses a YAML key that is not plain text. | Write a name.'],
    ],
    [
      '<<: a\nname: b',
      ['yaml-indirection | 1:1 |  | uses a YAML merge key. | Write the fields out.'],
    ],
    ['name: *x', [`yaml-indirection | 1:7 |  | ${indirect}`]],
    ['name: &x a', [`yaml-indirection | 1:10 |  | ${indirect}`]],
    [
      'name: a\nname: b\nname: c',
      [`yaml-syntax | 2:1 | name | ${twice}`, `yaml-syntax | 3:1 | name | ${twice}`],
    ],
    ['name: a # b', [`yaml-comment | 1:7 | name | ${comment}`]],
    ['name: "a" # b', []],
    ['name: a\nparts:\n  - number: 1 # b', []],
    ['name: a\nparts:\n  - number: 010', [`field-value | 3:13 | number | ${elsewhere('010', 10)}`]],
    [
      'name: a\nparts: [{ number: 0x1F }]',
      [`field-value | 2:19 | number | ${elsewhere('0x1F', 31)}`],
    ],
    ['name: a\nparts: [{ number: 12 }]', []],
    [
      'name: a\nparts: [{ number: 9007199254740993 }]',
      ['field-value | 2:19 | parts[1].number | must be a number. | '],
    ],
    [
      '# x\n%TAG ! x\nname: a',
      ['yaml-indirection | 2:1 |  | uses a YAML directive. | Remove the line.'],
    ],
    ['name: 5 % 3', []],
    [
      'name: a\n# x\u200B',
      [
        'forbidden-character | 2:4 |  | contains the invisible or control character U+200B. | Remove it.',
      ],
    ],
    [
      'name: a\n b: c',
      [
        'yaml-syntax | 1:7 |  | is not valid YAML: Nested mappings are not allowed in compact mappings. | Put a value with special characters in quotes.',
        'yaml-syntax | 1:7 |  | is not valid YAML: Implicit keys need to be on a single line. | Put a value with special characters in quotes.',
      ],
    ],
    [
      'name:',
      [
        'field-value | 1:6 | name | has no value. | Write it after the colon, or remove the field if it is not required.',
      ],
    ],
    [
      'name: # note',
      [
        'field-value | 1:7 | name | is empty, because the # makes the rest of the line a comment. | Put the value in quotes: name: "# note"',
      ],
    ],
    [
      'parts:\n  - { number: 1 }\n  - { number: x }\nname: 2',
      [
        'field-value | 4:7 | name | is a number to YAML. | Put it in quotes: name: "2"',
        'field-value | 3:15 | parts[2].number | must be a number. | ',
      ],
    ],
    [
      'name: .inf',
      ['field-value | 1:7 | name | is a number to YAML. | Put it in quotes: name: ".inf"'],
    ],
    [
      'name: 1.10',
      ['field-value | 1:7 | name | is a number to YAML. | Put it in quotes: name: "1.10"'],
    ],
    ['', ['missing-field | 1:1 | name | is missing. | It must be text. Put it in quotes.']],
  ])('in %j is reported with its position and a hint', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('is a map with too many fields, whose fields are then not checked', () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => `f${index}: &x 0x1`).join('\n');
    expect(problemsOf(fields(101))).toEqual([
      'unknown-field | 1:1 |  | has more than 100 fields. | Remove them.',
    ]);
    expect(problemsOf(fields(100))[0]).toMatch(/anchor or alias/u);
  });
});

test('a date is kept as written', () => {
  expect(readYaml('name: a\ndate: 0180', schema).data).toEqual({ name: 'a', date: '0180' });
});

test('a field has a position and a value, and a missing one the position of its parent', () => {
  const { at, get } = readYaml('\n\n# first\nname: a\nparts:\n  - number: 2\n', schema);
  expect(at('parts', 0, 'number')).toEqual({ line: 6, column: 13 });
  expect(at('parts', 0, 'size')).toEqual({ line: 6, column: 5 });
  expect(at('other')).toEqual({ line: 4, column: 1 });
  expect([get('name'), get('other')]).toEqual(['a', undefined]);
  const list = readYaml('- a', schema);
  expect(list.get('name')).toBeUndefined();
  expect(readYaml('', schema).at('name')).toEqual({ line: 1, column: 1 });
});

test.each([
  [[], undefined],
  [['parts', 0, 'title'], 'parts[1].title'],
  [[1], '[2]'],
])('the path %j is formatted as %j', (path, name) => {
  expect(fieldName(path)).toBe(name);
});
