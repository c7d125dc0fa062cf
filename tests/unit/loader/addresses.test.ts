import { describe, expect, test } from 'vitest';
import type { AddressLedger } from '../../../src/collection/model.ts';
import { formatAddresses, readAddresses } from '../../../src/loader/ledgers.ts';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { reported } from './reported.ts';

/** Reads a folder with this `addresses.json`, if given. */
function readAddressesText(text?: string) {
  const folder = temporaryFolder();
  if (text !== undefined) writeFiles(folder, [['addresses.json', text]]);
  let data: AddressLedger | undefined;
  const problems = reported((report) => ({ data } = readAddresses(folder, report)));
  return { data, problems };
}

function problemsOf(addresses: unknown): string[] {
  return readAddressesText(JSON.stringify(addresses, null, 2)).problems;
}

describe('addresses.json', () => {
  const addresses = {
    labels: {
      'themes/hope': { label: 'On hope', to: 'themes/trust' },
      'themes/trust': { label: 'On trust' },
    },
    quotes: { a: { added: '2025-01-01', labels: ['themes/trust'] } },
  };

  test('is read back as it was written', () => {
    expect(readAddressesText(formatAddresses(addresses))).toEqual({
      data: addresses,
      problems: [],
    });
  });

  test('has one address per line', () => {
    expect(formatAddresses(addresses)).toBe(`{
  "labels": {
    "themes/hope": {"label":"On hope","to":"themes/trust"},
    "themes/trust": "On trust"
  },
  "quotes": {
    "a": {"added":"2025-01-01","labels":["themes/trust"]}
  }
}
`);
  });

  test('has empty lists if nothing is published', () => {
    const text = '{\n  "labels": {},\n  "quotes": {}\n}\n';
    expect(formatAddresses({ labels: {}, quotes: {} })).toBe(text);
  });

  test('may be missing: nothing has been published yet', () => {
    expect(readAddressesText()).toEqual({ data: undefined, problems: [] });
  });

  test('reports every problem with its position', () => {
    expect(problemsOf([])).toEqual([
      'addresses.json: must be an object with labels and quotes. Correct it, or restore it from version control.',
    ]);
    expect(
      problemsOf({
        labels: {
          'themes/a': { label: 'A', to: '/themes/b/' },
          'themes/b': '',
          'themes/c': 'a\u202Eb',
        },
        quotes: { a: { added: 'today', labels: [] } },
      }).map((line) => line.split('. ')[0]),
    ).toEqual([
      'addresses.json:5: labels.themes/a.to: must be the path of a page, such as themes/trust',
      'addresses.json:7: labels.themes/b: is empty',
      'addresses.json:8: labels.themes/c: contains the invisible or control character U+202E',
      'addresses.json:12: quotes.a.added: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180',
    ]);
    expect(
      problemsOf({ labels: { '../x': 'A', 'quotes/a': 'B', 'themes/c': 5 }, quotes: [] }),
    ).toEqual([
      'addresses.json:3: labels.../x: cannot be an address. Correct it, or restore it from version control.',
      'addresses.json:4: labels.quotes/a: cannot be an address. Correct it, or restore it from version control.',
      'addresses.json:5: labels.themes/c: must be a label or {"label": "…", "to": "themes/trust"}. Correct it, or restore it from version control.',
      'addresses.json:7: quotes: must be an object of ids. Correct it, or restore it from version control.',
    ]);
  });
});

describe('the check of published addresses', () => {
  const quote = (theme: string, part = 1) =>
    `---\npart: ${part}\ntheme: ${theme}\n---\n\nWords of ${theme}.\n`;
  const parts = (...slugs: [title: string, slug: string][]) =>
    [
      'title: T',
      'parts:',
      ...slugs.map(
        ([title, slug], at) => `  - { number: ${at + 1}, title: ${title}, slug: ${slug} }`,
      ),
      '',
    ].join('\n');

  function check(labels: object, files: [string, string][], lists: Record<string, string[]> = {}) {
    const folder = temporaryFolder();
    const quotes = Object.fromEntries(
      Object.entries(lists).map(([id, paths]) => [id, { added: '2025-01-01', labels: paths }]),
    );
    writeFiles(folder, [...files, ['addresses.json', JSON.stringify({ labels, quotes }, null, 2)]]);
    const { collection, problems } = readCollection(folder);
    return { isRead: collection !== undefined, problems: problems.map(formatProblem) };
  }

  const one: [string, string] = ['collection.yaml', parts(['One', 'one'])];

  test('warns about new labels and lists the first of them', () => {
    const files = ['A', 'B', 'C', 'D', 'E'].map((theme): [string, string] => [
      `quotes/${theme.toLowerCase()}.md`,
      quote(theme),
    ]);
    expect(check({ 'parts/one': 'One' }, [one, ...files])).toEqual({
      isRead: true,
      problems: [
        'addresses.json:1: warning: themes: lacks “A”, “B”, “C”, 2 more. Run npm run permalinks.',
      ],
    });
    expect(check({ 'parts/one': 'One' }, [one, ...files.slice(0, 3)]).problems).toEqual([
      'addresses.json:1: warning: themes: lacks “A”, “B”, “C”. Run npm run permalinks.',
    ]);
  });

  test('accepts labels that redirect, are withdrawn or had no quotes, and renamed parts', () => {
    const labels = {
      'parts/one': 'Uno',
      'themes/a': 'A',
      'themes/hope': { label: 'Hope', to: 'themes/a' },
      'themes/faith': { label: 'Faith', gone: '2025-01-01', quotes: ['x'] },
      'themes/love': 'Love',
    };
    expect(check(labels, [one, ['quotes/x.md', quote('A')]])).toEqual({
      isRead: true,
      problems: [],
    });
  });

  test('warns about a label whose quotes moved to several, with what to add', () => {
    const labels = { 'parts/one': 'One', 'themes/hope': 'Hope', 'themes/a': 'A', 'themes/b': 'B' };
    const files: [string, string][] = [
      one,
      ['quotes/x.md', quote('A')],
      ['quotes/y.md', quote('B')],
    ];
    const lists = { x: ['themes/hope'], y: ['themes/hope'] };
    expect(check(labels, files, lists)).toEqual({
      isRead: true,
      problems: [
        'addresses.json:4: warning: themes/hope: was the page of “Hope”, and its quotes have no other label in common. It lists them until you say where it leads: write "themes/hope": {"label": "Hope", "to": "themes/…"}, or run npm run permalinks to keep the list.',
      ],
    });
  });

  test('rejects an address that leads to no page', () => {
    const labels = {
      'parts/one': 'One',
      'themes/a': 'A',
      'themes/hope': { label: 'Hope', to: 'themes/nowhere' },
    };
    expect(check(labels, [one, ['quotes/x.md', quote('A')]])).toEqual({
      isRead: false,
      problems: [
        'addresses.json:5: themes/hope: leads to themes/nowhere, which is not a page. Write the path of a page, such as themes/trust.',
      ],
    });
  });

  test('rejects a part that takes the slug of another', () => {
    const two: [string, string] = ['collection.yaml', parts(['Two', 'one'], ['One', 'two'])];
    const labels = { 'parts/one': 'One', 'parts/two': 'Two', 'themes/a': 'A', 'themes/b': 'B' };
    const files: [string, string][] = [
      two,
      ['quotes/x.md', quote('A')],
      ['quotes/y.md', quote('B', 2)],
    ];
    expect(check(labels, files).problems).toEqual([
      'addresses.json:3: parts/one: is the address of “One”, which now has the slug two. Give “Two” another slug in collection.yaml.',
      'addresses.json:4: parts/two: is the address of “Two”, which now has the slug one. Give “One” another slug in collection.yaml.',
    ]);
  });
});
