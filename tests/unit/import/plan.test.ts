import fc from 'fast-check';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textKey } from '../../../src/collection/plain-text.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { readImportState } from '../../../src/loader/import-state.ts';
import { collect } from '../../../src/import/collect.ts';
import { read as readPrintedNotes } from '../../../src/import/formats/printed-notes.ts';
import type { ImportData } from '../../../src/import/item.ts';
import { planUpdate } from '../../../src/import/plan.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { line, sentence } from './arbitrary.ts';
import { newFiles } from './new-files.ts';

const first = `Lessons from Ada
She wrote the first program.
Part 1: One
- On x: "Text of x." — Source: S
- On y: "Text of y." — Source: S
Part 3: Three
- On z: "Text of z." — Source: T
`;

const curated = `# kept
part: 1 # as printed
source:   "S"
theme: 'On x'
url: https://a.example
aliases: [former,older]
order: 1
`;

function parseNotes(text: string): ImportData {
  const options = { name: '', person: 'Ada' };
  return collect([readPrintedNotes({ name: '', text })], options).data!;
}

/** Imports the first notes, and writes these files over the collection. */
function folderOf(files: Record<string, string> = {}, data = parseNotes(first)): string {
  const folder = temporaryFolder();
  writeFiles(folder, [...newFiles(data), ...Object.entries(files)]);
  return folder;
}

function plan(folder: string, notes: ImportData, options = {}) {
  const { config, ...present } = readCollection(folder);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const imported = readImportState(folder);
  return planUpdate(notes, { ...present, config: config!, imported, read }, options);
}

/** Returns the files that notes change, by path. */
function changed(folder: string, notes: string, options = {}) {
  const { changes } = plan(folder, parseNotes(notes), options);
  return Object.fromEntries(changes.map(({ path, after }) => [path, after]));
}

describe('an import into an existing collection', () => {
  test('distinguishes a text that changed in the notes from one that was corrected here', () => {
    const corrected = '---\npart: 1\ntheme: On x\nsource: S\norder: 1\n---\n\nText of X.\n';
    const folder = folderOf({ 'quotes/x.md': corrected });
    expect(plan(folder, parseNotes(first))).toMatchObject({
      changes: [],
      conflicts: [
        {
          path: 'quotes/x.md',
          message: 'body: was corrected here, but the import has another text: “Text of x.”',
        },
      ],
    });
    const files = changed(folder, first.replaceAll('Text of', 'Words of'));
    expect(Object.keys(files)).toEqual(['quotes/y.md', 'quotes/z.md']);
    expect(changed(folder, first, { overwrite: true })['quotes/x.md']).toContain('Text of x.');
  });

  test('keeps a text if it is unknown who changed it, unless `update` is set', () => {
    const folder = folderOf({ 'imported.json': 'none' });
    const notes = first.replace('of x.', 'of X.').replace('the first', 'that');
    expect(plan(folder, parseNotes(notes))).toMatchObject({
      changes: [],
      conflicts: [
        {
          message: expect.stringMatching(/^introduction: may have been corrected here/u) as string,
        },
        { message: expect.stringMatching(/^body: may have been corrected here/u) as string },
      ],
    });
    const files = changed(folder, notes, { update: true });
    expect(Object.keys(files)).toEqual(['collection.yaml', 'quotes/x.md']);
  });

  test('does not restore a withdrawn quote, unless `overwrite` is set', () => {
    const ledger = '{ "x": "live", "y": { "gone": "2024-05-01" }, "z": "live" }';
    const folder = folderOf({ 'permalinks.json': ledger });
    rmSync(join(folder, 'quotes/y.md'));
    const { changes, conflicts } = plan(folder, parseNotes(first));
    expect(changes).toEqual([]);
    expect(conflicts).toEqual([
      {
        path: 'permalinks.json',
        message: 'y: is withdrawn, but the import contains it: “Text of y.”',
      },
    ]);
    expect(Object.keys(changed(folder, first, { overwrite: true }))).toContain('quotes/y-2.md');
  });

  test.each([
    ['named as German writes it', 'Über Brunnen', 'ueber-brunnen', 'Niemand gräbt zweimal.'],
    ['named after one with its theme', 'Über Mauern', 'ueber-mauern-2', 'Text zwei.'],
  ])('recognizes a withdrawn quote that is %s', (_, theme, id, text) => {
    const written = parseNotes(first);
    const quotes = [
      { line: 1, part: 1, theme: 'Über Mauern', text: 'Text eins.' },
      { line: 2, part: 1, theme, text },
    ];
    const data = { ...written, lang: 'de', quotes };
    const folder = folderOf({}, data);
    const ledger = { 'ueber-mauern': 'live', [id]: { gone: '2024-05-01' } };
    writeFiles(folder, [['permalinks.json', JSON.stringify(ledger)]]);
    const made = readCollection(folder).entries.find((entry) => entry.text === text)!.id;
    rmSync(join(folder, `quotes/${made}.md`));
    const { changes, conflicts } = plan(folder, data);
    expect(changes).toEqual([]);
    expect(conflicts).toMatchObject([
      { message: expect.stringMatching(`^${id}: is withdrawn`) as string },
    ]);
  });

  test('changes nothing for the same notes, whatever the curator has added', () => {
    const folder = folderOf({
      'quotes/x.md': `\uFEFF---\n${curated}---\n\nText of *x*.\n`.replaceAll('\n', '\r\n'),
      'quotes/own.md': '---\npart: 3\ntheme: Own\nsource: S\n---\n\nThe curator added this.\n',
      'permalinks.json': '{}',
    });
    expect(plan(folder, parseNotes(first))).toMatchObject({
      changes: [],
      texts: [],
      conflicts: [],
      kept: ['quotes/own.md'],
    });
  });

  test('updates a text by its theme and part, and changes nothing else', () => {
    const folder = folderOf({ 'quotes/x.md': `---\n${curated}---\n\nText of x.\n` });
    expect(changed(folder, first.replace('Text of x.', 'New *text* of x.'))).toEqual({
      'quotes/x.md': `---\n${curated}---\n\nNew \\*text\\* of x.\n`,
    });
  });

  test('keeps other theme, part, source and order of a file, unless `overwrite` is set', () => {
    const mine = '---\npart: 3\ntheme: On the x\nsource: Better\norder: 9\n---\n\nText of x.\n';
    const folder = folderOf({
      'quotes/x.md': mine,
      'quotes/y.md': '---\npart: 1\ntheme: On y\nsource: S\norder: 7\n---\n\nText of y.\n',
    });
    const says = (field: string, there: string, value: string) => ({
      path: 'quotes/x.md',
      message: `${field}: is “${there}”, but the import has “${value}”`,
    });
    expect(plan(folder, parseNotes(first))).toMatchObject({
      changes: [],
      texts: [],
      conflicts: [
        says('part', '3', '1'),
        says('theme', 'On the x', 'On x'),
        says('source', 'Better', 'S'),
      ],
      kept: [],
    });
    expect(changed(folder, first, { overwrite: true })['quotes/x.md']).toBe(
      '---\npart: 1\ntheme: On x\nsource: S\norder: 1\n---\n\nText of x.\n',
    );
  });

  test('matches a quote although theme, source and a word have changed, and keeps all of them', () => {
    const words = 'Moving data is expensive, so bring the compute to it.';
    const notes = first.replace('Text of y.', words);
    const mine = `---\npart: 1\ntheme: Gravity\nsource: Better\norder: 2\n---\n\n${words.replace('bring', 'take')}\n`;
    const folder = folderOf({ 'quotes/y.md': mine }, parseNotes(notes));
    const { changes, conflicts, kept } = plan(folder, parseNotes(notes));
    expect([changes, kept]).toEqual([[], []]);
    expect(conflicts.map(({ message }) => message)).toEqual([
      `body: has another part, theme or source, but the import has another text: “${words}”`,
      'theme: is “Gravity”, but the import has “On y”',
      'source: is “Better”, but the import has “S”',
    ]);
    expect(Object.keys(changed(folder, notes, { overwrite: true }))).toEqual(['quotes/y.md']);
  });

  test('keeps the order that the curator has given a part, and puts new quotes at its end', () => {
    const file = (name: string, order: number) =>
      `---\npart: 1\ntheme: On ${name}\nsource: S\norder: ${order}\n---\n\nText of ${name}.\n`;
    const folder = folderOf({ 'quotes/x.md': file('x', 5), 'quotes/y.md': file('y', 4) });
    const conflict = {
      path: 'collection.yaml',
      message: 'order: the quotes of part 1 are not in the order of the import',
    };
    expect(plan(folder, parseNotes(first))).toMatchObject({ changes: [], conflicts: [conflict] });
    const notes = first.replace('- On y', '- On new: "Text of new." — Source: S\n- On y');
    const files = changed(folder, notes);
    expect(Object.keys(files)).toEqual(['quotes/new.md']);
    expect(files['quotes/new.md']).toContain('order: 6\n');
    expect(changed(folder, first, { overwrite: true })).toEqual({ 'quotes/y.md': file('y', 6) });
  });

  test('lists the files whose text it changes', () => {
    const notes = first.replace('Text of x', 'Text of X').replace('She wrote', 'Ada wrote');
    expect(plan(folderOf(), parseNotes(notes)).texts).toEqual(['collection.yaml', 'quotes/x.md']);
  });

  test('keeps the id of a quote whose theme, part or source changes', () => {
    const folder = folderOf({ 'quotes/x.md': `---\n${curated}---\n\nText of x.\n` });
    const notes = first.replace(
      'On x: "Text of x." — Source: S',
      'On X: #1: "Text of x." — Source: U',
    );
    expect(changed(folder, notes, { overwrite: true })).toEqual({
      'quotes/x.md': `---\n${curated.replace("'On x'", '"On X: #1"').replace('"S"', 'U')}---\n\nText of x.\n`,
    });
  });

  test('matches a quote by its words if theme and punctuation have changed', () => {
    const notes = first.replace('On y: "Text of y."', 'On why: "Text, of y"');
    expect(changed(folderOf(), notes)).toEqual({});
    expect(Object.keys(changed(folderOf(), notes, { overwrite: true }))).toEqual(['quotes/y.md']);
  });

  test('keeps line endings and a byte order mark', () => {
    const windows = `\uFEFF---\n${curated}---\n\nText of x.\n`.replaceAll('\n', '\r\n');
    const after = changed(folderOf({ 'quotes/x.md': windows }), first.replace('of x', 'of X'));
    expect(after['quotes/x.md']).toBe(windows.replace('Text of x', 'Text of X'));
  });

  test('adds a quote at its position, with an id that was never used', () => {
    const folder = folderOf({ 'permalinks.json': '{ "new": "live", "x": "live" }' });
    const notes = first.replace('- On y', '- On new: "Text of new." — Source: S\n- On y');
    const files = changed(folder, notes);
    expect(Object.keys(files).toSorted()).toEqual(['quotes/new-2.md', 'quotes/y.md']);
    expect(files['quotes/new-2.md']).toContain('order: 2\n');
    expect(files['quotes/y.md']).toContain('order: 3\n');
  });

  test('keeps and lists a quote that the notes no longer contain', () => {
    const notes = parseNotes(first.replace('- On y: "Text of y." — Source: S\n', ''));
    expect(plan(folderOf(), notes)).toMatchObject({
      changes: [],
      texts: [],
      conflicts: [],
      kept: ['quotes/y.md'],
    });
  });

  test('keeps quotes that are verified or formatted, and reports them', () => {
    const folder = folderOf({
      'quotes/x.md': `---\n${curated}status: verified\n---\n\nText of x.\n`,
      'quotes/y.md': '---\npart: 1\ntheme: On y\nsource: S\norder: 2\n---\n\nText\\\nof *y*.\n',
    });
    const notes = parseNotes(first.replace('Text of x', 'Other x').replace('Text of y', 'Other y'));
    expect(plan(folder, notes)).toMatchObject({
      changes: [],
      texts: [],
      conflicts: [
        {
          path: 'quotes/x.md',
          message: 'body: is verified, but the import has another text: “Other x.”',
        },
        {
          path: 'quotes/y.md',
          message: 'body: has emphasis or code, but the import has another text: “Other y.”',
        },
      ],
      kept: [],
    });
    expect(plan(folder, notes, { overwrite: true }).changes).toHaveLength(2);
  });

  test('keeps breaks, links and a status that the import would undo, and reports them', () => {
    const introduction = 'introduction: She [wrote](https://a.example) it.\n';
    const folder = folderOf({
      'collection.yaml': newFiles(parseNotes(first))
        .get('collection.yaml')!
        .replace(/introduction: >\n.*\n/u, introduction),
      'quotes/x.md': `---\n${curated}---\n\nText\\\nof x.\n`,
      'quotes/y.md':
        '---\npart: 1\ntheme: On y\nsource: S\norder: 2\nstatus: verified\n---\n\nText of y.\n',
    });
    const { quotes, ...rest } = parseNotes(first.replace('Text of x', 'Other x'));
    const statuses = ['paraphrased', 'attributed', 'attributed'] as const;
    const data = {
      ...rest,
      quotes: quotes.map((quote, at) => ({ ...quote, status: statuses[at]! })),
    };
    const { changes, conflicts } = plan(folder, data);
    expect(conflicts.map(({ message }) => message)).toEqual([
      'introduction: has emphasis or links, but the import has another text: “She wrote the first program.”',
      'body: has breaks or paragraphs, but the import has another text: “Other x.”',
      'status: is “verified”, but the import has “attributed”',
    ]);
    expect(changes).toMatchObject([
      { path: 'quotes/x.md', after: `---\n${curated}status: paraphrased\n---\n\nText\\\nof x.\n` },
    ]);
  });

  test('keeps a field that the curator set, and adds a missing one', () => {
    const folder = folderOf({ 'quotes/x.md': `---\n${curated}---\n\nText of x.\n` });
    const { quotes, ...rest } = parseNotes(first);
    const [x, ...others] = quotes;
    const found = plan(folder, {
      ...rest,
      quotes: [{ ...x!, url: 'https://b.example', locator: 'p. 1' }, ...others],
    });
    expect(found.conflicts).toEqual([
      {
        path: 'quotes/x.md',
        message: 'url: is “https://a.example”, but the import has “https://b.example”',
      },
    ]);
    expect(found.changes.map(({ after }) => after)).toEqual([
      `---\n${curated}locator: p. 1\n---\n\nText of x.\n`,
    ]);
  });

  test('edits collection.yaml and keeps its comments, slugs and subjects', () => {
    const configYaml = `# mine
title: Lessons from Ada   # yes
person: Ada
lang: en
introduction: >-
  She wrote the first
  program.
# the parts
parts:
  - number: 1
    title: One
    slug: uno # former
  # third
  - { number: 3, title: Three, slug: tres }
subjects: [{ term: Program, match: [program] }]
`;
    const folder = folderOf({ 'collection.yaml': configYaml });
    expect(changed(folder, first)).toEqual({});
    const notes = first
      .replace('Lessons from Ada', 'Words of Ada')
      .replace('She wrote', 'Ada wrote')
      .replace('Part 1: One', 'Part 1: Number: one')
      .replace(
        'Part 3: Three',
        'Part 2: Two\n- On w: "Text of w." — Source: S\nPart 3: Three, too',
      );
    expect(plan(folder, parseNotes(notes)).conflicts.map(({ message }) => message)).toEqual([
      'title: is “Lessons from Ada”, but the import has “Words of Ada”',
      'part 1: is “One”, but the import has “Number: one”',
      'part 3: is “Three”, but the import has “Three, too”',
    ]);
    expect(changed(folder, notes, { overwrite: true })['collection.yaml']).toBe(
      configYaml
        .replace('Lessons from Ada ', 'Words of Ada ')
        .replace('>-\n  She wrote the first\n  program.', '>\n  Ada wrote the first program.')
        .replace('title: One', 'title: "Number: one"')
        .replace('  # third\n', '  - number: 2\n    title: Two\n    slug: two\n  # third\n')
        .replace('title: Three', 'title: "Three, too"'),
    );
  });

  const anything = fc.oneof({ weight: 3, arbitrary: sentence }, line);
  const data = fc
    .record({
      title: line,
      introduction: fc.option(line, { nil: undefined }),
      parts: fc.uniqueArray(line, { maxLength: 2 }),
      quotes: fc.uniqueArray(
        fc.record({ theme: fc.option(line, { nil: undefined }), text: anything, source: line }),
        { selector: ({ text }) => textKey(text), minLength: 1, maxLength: 5 },
      ),
    })
    .map(({ introduction, parts, quotes, ...rest }): ImportData => ({
      ...rest,
      lang: 'en',
      requires: [],
      ...(introduction !== undefined && { introduction }),
      parts: ['One', ...parts].map((title, index) => ({ number: index + 1, title })),
      quotes: quotes.map(({ theme, ...quote }, index) => ({
        ...quote,
        ...(theme !== undefined && { theme }),
        part: 1 + (index % (parts.length + 1)),
        line: index,
      })),
    }));

  test('of any data leaves a valid collection, and a second one changes nothing', () => {
    const root = temporaryFolder();
    let run = 0;
    fc.assert(
      fc.property(data, data, (before, after) => {
        const folder = join(root, String(run++));
        writeFiles(folder, newFiles(before));
        const ids = readCollection(folder).entries.map(({ id }) => id);
        const { changes } = plan(folder, after, { overwrite: true });
        writeFiles(
          folder,
          changes.map(({ path, after: text }) => [path, text] as const),
        );
        const { entries, problems } = readCollection(folder);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        const texts = entries.map(({ text }) => textKey(text));
        expect(texts).toEqual(
          expect.arrayContaining(after.quotes.map(({ text }) => textKey(text))),
        );
        expect(plan(folder, after).changes).toEqual([]);
        expect(readFiles(folder).size).toBeGreaterThan(2);
      }),
      { numRuns: 60 },
    );
    // Writes and reads hundreds of files, which takes ten times longer on a busy disk.
  }, 120_000);
});
