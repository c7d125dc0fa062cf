import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redirectLines } from '../../../src/build/host-files.ts';
import { addCommand } from '../../../src/cli/add.ts';
import { checkCommand } from '../../../src/cli/check.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { newCommand } from '../../../src/cli/new.ts';
import { permalinksCommand } from '../../../src/cli/permalinks.ts';
import { loadCollectionOrThrow } from '../../../src/loader/load.ts';
import { quotes, settings } from '../../small-collection.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { clean, notes, runHere } from './command.ts';

// From an empty folder through years of changes: every published address still leads to a page.

/** Creates a collection with `new`, and replaces the sample with three quotes. */
async function begin() {
  const folder = join(temporaryFolder(), 'mine');
  const env = { CONTENT_DIR: folder };
  expect((await runHere(newCommand, [folder, '--title', 'Mine'])).status).toBe(0);
  rmSync(join(folder, 'quotes/sample.md'));
  writeFiles(folder, [
    ['collection.yaml', settings],
    ...Object.entries(quotes).map(([id, text]) => [`quotes/${id}.md`, text] as const),
  ]);
  const check = () => runHere(checkCommand, [], env);
  const publish = async () => {
    expect((await runHere(permalinksCommand, [], env)).status).toBe(0);
    expect(await check()).toMatchObject({ status: 0, stderr: '' });
  };
  /** Replaces a text in all files that a curator edits. */
  const replace = (from: string, to: string) => {
    const files = [...readFiles(folder)].filter(([path]) => !path.endsWith('.json'));
    expect(files.some(([, text]) => text.includes(from))).toBe(true);
    writeFiles(
      folder,
      files.map(([path, text]) => [path, text.replaceAll(from, to)]),
    );
  };
  const redirects = () => redirectLines(loadCollectionOrThrow(folder).collection.former, '/');
  return { folder, check, publish, replace, redirects };
}

test('only the ledgers are missing before the first publication', async () => {
  const { folder, check, publish } = await begin();
  const { status, stderr } = await check();
  const lines = stderr.trim().split('\n');
  expect(status).toBe(0);
  expect(lines.filter((line) => !line.includes('Run npm run permalinks.'))).toEqual([]);
  await publish();
  expect([...readFiles(folder).keys()]).toEqual(
    expect.arrayContaining(['permalinks.json', 'addresses.json']),
  );
});

test('the first rename after an import or an addition redirects, recorded or not', async () => {
  const { file, to: folder } = notes(clean);
  await runHere(importCommand, [file, '--to', folder]);
  const args = ['--part', '1', '--theme', 'On y', '--source', 'S', '--quote', 'Other words.'];
  await runHere(addCommand, args, { CONTENT_DIR: folder });
  writeFileSync(file, `${clean}- On z: "More words." — Source: S\n`);
  await runHere(importCommand, [file, '--to', folder]);
  const files = [...readFiles(folder)].filter(([path]) => path.endsWith('.md'));
  writeFiles(
    folder,
    files.map(([path, text]) => [path, text.replace('theme: On ', 'theme: About ')]),
  );
  const { collection, problems } = loadCollectionOrThrow(folder);
  expect(problems.map(({ message }) => message)).toContain(
    'lacks “About x”, “About y”, “About z”.',
  );
  for (const theme of ['x', 'y', 'z']) {
    expect(redirectLines(collection.former, '/')).toContain(
      `/themes/${theme}/ /themes/about-${theme}/ 301\n`,
    );
  }
});

test('an import into a new collection adds its parts and removes the sample', async () => {
  const { file, to: folder } = notes(clean);
  await runHere(newCommand, [folder, '--title', 'Notes from Ada', '--person', 'Ada']);
  const { status, stdout } = await runHere(importCommand, [file, '--to', folder]);
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(
      `${folder}/quotes/sample.md: removed, because it was still the sample\n`,
    ),
  ]);
  expect(stdout).toContain('parts are added: the collection had none\n');
  const { collection, problems } = loadCollectionOrThrow(folder);
  expect(problems).toEqual([]);
  expect(collection).toMatchObject({ parts: [{ label: 'One' }], quotes: [{ id: 'x' }] });
});

test('an import adds no parts to a collection with a quote that would have none', async () => {
  const { file, to: folder } = notes(clean);
  await runHere(newCommand, [folder, '--title', 'Notes from Ada', '--person', 'Ada']);
  writeFiles(folder, [['quotes/sample.md', 'A quote of my own.\n']]);
  const { status, stdout } = await runHere(importCommand, [file, '--to', folder]);
  expect(status).toBe(0);
  expect(stdout).toContain('parts are left out: the collection has none\n');
  const { collection } = loadCollectionOrThrow(folder);
  expect(collection.parts).toEqual([]);
  expect(collection.quotes.map(({ id }) => id).toSorted()).toEqual(['sample', 'x']);
});

test('an import adds its parts to quotes that were all imported without one', async () => {
  const { file, to: folder } = notes(clean);
  writeFiles(folder, [
    ['collection.yaml', 'title: Notes from Ada\nperson: Ada'],
    ['quotes/mine.md', '---\ntheme: On x\n---\n\nText.\n'],
  ]);
  await runHere(importCommand, [file, '--to', folder]);
  expect(readFiles(folder).get('collection.yaml')).toBe(
    'title: Notes from Ada\nperson: Ada\nparts:\n  - number: 1\n    title: One\n    slug: one\n',
  );
  expect(loadCollectionOrThrow(folder).collection.quotes).toMatchObject([
    { id: 'mine', part: { number: 1 } },
  ]);
});

test.each([
  ['part', 'slug: beginnings', 'slug: firsts', '/parts/beginnings/ /parts/firsts/'],
  ['theme', 'theme: On rest', 'theme: On sleep', '/themes/rest/ /themes/sleep/'],
  ['source', 'source: A letter', 'source: A diary', '/sources/a-letter/ /sources/a-diary/'],
  ['person', 'person: Ada', 'person: Ada Quill', '/people/ada/ /people/ada-quill/'],
  ['subject', 'term: Gardens', 'term: Orchards', '/subjects/gardens/ /subjects/orchards/'],
])(
  'a renamed %s is led to from its address, and back when it has its name again',
  async (_, from, to, line) => {
    const { check, publish, replace, redirects } = await begin();
    await publish();
    replace(from, to);
    expect((await check()).status).toBe(0);
    expect(redirects()).toContain(`${line} 301\n`);
    await publish();
    expect(redirects()).toContain(`${line} 301\n`);
    replace(to, from);
    await publish();
    expect(redirects()).toContain(`${line.split(' ').toReversed().join(' ')} 301\n`);
    expect(redirects()).not.toContain(line);
  },
);

test('a renamed quote needs its former id as an alias', async () => {
  const { folder, check, publish, redirects } = await begin();
  await publish();
  rmSync(join(folder, 'quotes/third.md'));
  writeFiles(folder, [['quotes/dull.md', quotes.third]]);
  const { status, stderr } = await check();
  expect(status).toBe(1);
  expect(stderr).toContain('third: was published but now has no file.');
  expect(stderr).toContain('Add "aliases: [third]" to dull.md');
  const renamed = quotes.third.replace('part:', 'aliases: [third]\npart:');
  writeFiles(folder, [['quotes/dull.md', renamed]]);
  await publish();
  expect(redirects()).toContain('/quotes/third/ /quotes/dull/ 301\n');
});

test('a withdrawn quote keeps a page, and can be restored', async () => {
  const { folder, check, publish, redirects } = await begin();
  await publish();
  const path = join(folder, 'quotes/third.md');
  const text = readFileSync(path, 'utf8');
  const setState = (from: string, to: string) => {
    const ledger = readFileSync(join(folder, 'permalinks.json'), 'utf8');
    writeFiles(folder, [['permalinks.json', ledger.replace(`"third": ${from}`, `"third": ${to}`)]]);
  };
  rmSync(path);
  expect((await check()).stderr).toContain('withdraw it here with {"gone": "YYYY-MM-DD"');
  setState('"live"', '{ "gone": "2024-05-01" }');
  await publish();
  expect(redirects()).toContain('/quotes/third/ /quotes/third/ 410!\n');
  writeFiles(folder, [['quotes/third.md', text]]);
  expect((await check()).stderr).toContain('Set it to "live" here, or remove the file or alias.');
  setState('{ "gone": "2024-05-01" }', '"live"');
  await publish();
  expect(redirects()).toBe('');
});
