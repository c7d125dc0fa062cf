import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex, cslJson } from '../../../src/outputs/bibliography.ts';
import { collectionOf, label, words } from './collection.ts';

const address = 'https://example.org/quotes/data-gravity/';

function bibtexOf(entry: Parameters<typeof collectionOf>[0]): string {
  const collection = collectionOf(entry);
  return bibtex(collection.quotes[0], address, collection);
}

function cslOf(entry: Parameters<typeof collectionOf>[0]): Record<string, unknown>[] {
  const collection = collectionOf(entry);
  return JSON.parse(cslJson(collection.quotes[0], address, collection)) as ReturnType<typeof cslOf>;
}

/** The fields of an entry as BibTeX delimits them, by counting braces. */
function fieldsOf(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const start = / {2}(\w+) = \{/y;
  start.lastIndex = entry.indexOf('\n') + 1;
  for (let match = start.exec(entry); match; match = start.exec(entry)) {
    let depth = 1;
    let end = start.lastIndex;
    for (; depth > 0; end++) depth += Number(entry[end] === '{') - Number(entry[end] === '}');
    fields[match[1]!] = entry.slice(start.lastIndex, end - 1);
    expect(entry.slice(end, end + 2)).toBe(',\n');
    start.lastIndex = end + 2;
  }
  expect(entry.endsWith('\n}\n')).toBe(true);
  return fields;
}

const characters: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

function typeset(field: string): string {
  return field.replace(/\\(?:([a-z]+)\{\}|(.))/gsu, (_, command: string, character: string) =>
    command ? characters[command]! : character,
  );
}

describe('BibTeX', () => {
  test('contains what is known', () => {
    const entry = { date: '2013-10-05', locator: 'p. 12', url: 'https://example.com/a_b' };
    expect(bibtexOf({ text: '50 % of {it} & \\more', ...entry })).toBe(
      [
        '@misc{data-gravity,',
        '  author = {Ion Stoica},',
        '  title = {{On data gravity}},',
        '  howpublished = {Spark Papers},',
        '  organization = {Lessons},',
        '  year = {2013},',
        '  month = oct,',
        '  day = {5},',
        '  note = {p. 12, https://example.com/a\\_b},',
        '  url = {https://example.org/quotes/data-gravity/},',
        '  abstract = {50 \\% of \\textbraceleft{}it\\textbraceright{} \\& \\textbackslash{}more},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('has no date and no note if these are unknown', () => {
    expect(Object.keys(fieldsOf(bibtexOf({})))).toEqual([
      'author',
      'title',
      'howpublished',
      'organization',
      'url',
      'abstract',
    ]);
  });

  test.each(['Ada and Eve', 'Smith, Jr.'])('does not split the name %s', (person) => {
    expect(fieldsOf(bibtexOf({ person }))['author']).toBe(`{${person}}`);
  });

  test('survives any text and label', () => {
    fc.assert(
      fc.property(words, label, (text, source) => {
        const fields = fieldsOf(bibtexOf({ text, source }));
        expect(typeset(fields['abstract']!)).toBe(text);
        expect(typeset(fields['howpublished']!)).toBe(source);
      }),
    );
  });
});

describe('CSL-JSON', () => {
  test('is a list of one item with what is known', () => {
    expect(cslOf({ date: '2013-10', locator: 'p. 12', lang: 'en-GB' })).toEqual([
      {
        id: 'data-gravity',
        type: 'webpage',
        author: [{ literal: 'Ion Stoica' }],
        title: 'On data gravity',
        'container-title': 'Spark Papers',
        publisher: 'Lessons',
        issued: { 'date-parts': [[2013, 10]] },
        note: 'p. 12',
        URL: address,
        language: 'en-GB',
        abstract: 'Moving data is expensive.',
      },
    ]);
  });

  test('survives any text and label', () => {
    fc.assert(
      fc.property(words, label, (text, source) => {
        expect(cslOf({ text, source })).toMatchObject([
          { abstract: text, 'container-title': source },
        ]);
      }),
    );
  });
});
