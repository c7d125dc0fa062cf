import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/loader/yaml.ts';

const schema = z.strictObject({
  name: z.string({ error: 'must be text. Put it in quotes.' }),
  parts: z.array(z.strictObject({ number: z.int({ error: 'must be a number.' }) })).optional(),
});

describe('YAML', () => {
  test('that matches its schema is parsed', () => {
    expect(readYaml('name: "a: b"\nparts:\n  - number: 2\n', schema)).toMatchObject({
      data: { name: 'a: b', parts: [{ number: 2 }] },
      problems: [],
    });
  });

  test('is version 1.2: yes, no and dates are text', () => {
    for (const name of ['yes', 'no', 'on', '2013-10-05', '12:30']) {
      expect(readYaml(`name: ${name}`, schema).data).toEqual({ name });
    }
  });

  test('is not coerced: a problem has the field, its line and a hint', () => {
    expect(readYaml('# first\nname: 2013\nparts:\n  - number: "2"', schema)).toMatchObject({
      problems: [
        [
          'field-value',
          'is a number to YAML.',
          'Put it in quotes: name: "2013"',
          { field: 'name', line: 2, column: 7 },
        ],
        ['field-value', 'must be a number.', '', { field: 'parts[1].number', line: 4 }],
      ],
    });
  });

  test('must have every required field and no unknown one', () => {
    expect(readYaml('title: a\nparts: [{ number: 1, size: 2 }]', schema).problems).toMatchObject([
      [
        'missing-field',
        'is missing.',
        'It must be text. Put it in quotes.',
        { field: 'name', line: 1 },
      ],
      [
        'unknown-field',
        'is not a known field.',
        'Remove it; the fields are number.',
        { field: 'parts[1].size', line: 2 },
      ],
      [
        'unknown-field',
        'is not a known field.',
        'Remove it; the fields are name, parts.',
        { field: 'title', line: 1 },
      ],
    ]);
  });

  test('may begin with empty lines', () => {
    for (const text of ['\nname: 1', '\nname: a: b'])
      expect(readYaml(text, schema).problems[0]![3]).toMatchObject({ line: 2 });
  });

  test.each([
    ['name: a: b', 1, /^has a second colon\.$/u, /in quotes/u],
    ['name: a\nname: b', 2, /^is written twice\.$/u, /Keep one/u],
    ['name: "a', 1, /^has no " at its end\.$/u, /name: "a"/u],
    ['name: a\n---\nname: b', 2, /^is not valid YAML/u, /./u],
    ['name: &x a', 1, /^uses a YAML anchor or alias\.$/u, /Write the value out/u],
    ['name: !!str 1', 1, /^uses the YAML tag/u, /Remove the tag/u],
    ['<<: { name: a }', 1, /^uses a YAML merge key\.$/u, /Write the fields out/u],
  ])('with hidden meaning is rejected: %j', (text, line, message, hint) => {
    const { data, problems } = readYaml(text, schema);
    expect(data).toBeUndefined();
    const [, foundMessage, foundHint, place] = problems[0]!;
    expect(place).toMatchObject({ line });
    expect(foundMessage).toMatch(message);
    expect(foundHint).toMatch(hint);
  });

  test.each([
    ['as it is', 'name: a\u200Bb'],
    ['by an escape', 'name: "a\\u200Bb"'],
    ['inside a list', 'parts:\n  - name: "a\u200Bb"'],
  ])('may not contain the forbidden character %s', (_, text) => {
    expect(readYaml(text, schema).problems).toMatchObject([
      [
        'forbidden-character',
        'contains the invisible or control character U+200B.',
        'Remove it.',
        { field: 'name', line: text.split('\n').length },
      ],
    ]);
  });
});
