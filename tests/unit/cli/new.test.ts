import { rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCommand } from '../../../src/cli/add.ts';
import { checkCommand } from '../../../src/cli/check.ts';
import { newCommand } from '../../../src/cli/new.ts';
import { permalinksCommand } from '../../../src/cli/permalinks.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { runHere } from './command.ts';

test('a new collection has a sample quote and no problems', async () => {
  const folder = join(temporaryFolder(), 'mine');
  const { status, stdout } = await runHere(newCommand, [
    folder,
    '--title',
    'Sprüche: eine Auswahl',
    '--lang',
    'de',
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain(`CONTENT_DIR=${folder} npm run check`);
  expect([...readFiles(folder).keys()].toSorted()).toEqual([
    'addresses.json',
    'collection.yaml',
    'permalinks.json',
    'quotes/sample.md',
  ]);
  const { collection, problems } = readCollection(folder);
  expect(problems).toEqual([]);
  expect(collection).toMatchObject({ title: 'Sprüche: eine Auswahl', lang: 'de' });
  expect(collection!.quotes[0]).toMatchObject({ id: 'sample', lang: 'en' });
});

test('the sample causes a warning until its text is replaced', async () => {
  const folder = join(temporaryFolder(), 'mine');
  const env = { CONTENT_DIR: folder };
  await runHere(newCommand, [folder, '--title', 'Miennes', '--lang', 'fr']);
  expect(await runHere(checkCommand, [], env)).toEqual({
    status: 0,
    stdout: '1 quote: 1 warning\n',
    stderr: `${folder}/quotes/sample.md: warning: is still the sample quote and would be published. Replace it with a quote of your own, or remove the file. (sample-quote)\n`,
  });
  writeFiles(folder, [['quotes/sample.md', 'L’eau passe.\n']]);
  expect((await runHere(checkCommand, [], env)).stderr).not.toContain('sample-quote');
});

test('the sample quote is not attributed to the person of a new collection', async () => {
  const folder = join(temporaryFolder(), 'mine');
  await runHere(newCommand, [folder, '--title', 'Letters', '--person', 'Seneca']);
  const { collection } = readCollection(folder);
  expect(collection).toMatchObject({ person: 'Seneca', lang: 'en' });
  expect(collection!.quotes[0]!.person!.label).toBe('Sample');
});

test('three quotes without fields instead of the sample are a valid collection', async () => {
  const folder = join(temporaryFolder(), 'mine');
  await runHere(newCommand, [folder, '--title', 'Mine']);
  rmSync(join(folder, 'quotes/sample.md'));
  writeFiles(folder, [
    ['quotes/first.md', 'The first sentence.\n'],
    ['quotes/second.md', '---\nperson: Ada\n---\n\nAnother one.\n'],
    ['quotes/third.md', '---\nsource: A letter\n---\n\nThe last.\n'],
  ]);
  const env = { CONTENT_DIR: folder };
  await runHere(permalinksCommand, [], env);
  expect(await runHere(checkCommand, [], env)).toEqual({
    status: 0,
    stdout: '3 quotes: no problems\n',
    stderr: '',
  });
});

test('the sample is not in the ledgers, so that it can be removed', async () => {
  const folder = join(temporaryFolder(), 'mine');
  const env = { CONTENT_DIR: folder };
  await runHere(newCommand, [folder, '--title', 'Mine']);
  await runHere(addCommand, ['--quote', 'Only words.', '--person', 'Ada'], env);
  await runHere(permalinksCommand, [], env);
  await runHere(checkCommand, ['--fix'], env);
  const files = readFiles(folder);
  expect(JSON.parse(files.get('permalinks.json')!)).toEqual({ 'only-words': 'live' });
  expect(files.get('addresses.json')).not.toContain('ample');
  rmSync(join(folder, 'quotes/sample.md'));
  expect(await runHere(checkCommand, [], env)).toEqual({
    status: 0,
    stdout: '1 quote: no problems\n',
    stderr: '',
  });
});

test('a folder with other files stays unchanged', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, [['notes.txt', 'mine']]);
  const { status, stderr } = await runHere(newCommand, [folder, '--title', 'Mine']);
  expect(status).toBe(1);
  expect(stderr).toContain(`${folder} exists and contains something else: nothing was written.`);
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
});

test.each([
  [['DIR'], 'Missing option: --title TEXT.'],
  [['--title', 'Mine'], 'Missing argument: the folder to create.'],
  [['DIR', 'two', '--title', 'Mine'], 'Unexpected argument: two.'],
  [['DIR', '--titel', 'Mine'], "Unknown option '--titel'.\n\nUsage: "],
  [['DIR', '--title', ' '], '--title is empty.'],
  [['DIR', '--title', 'Mine', '--lang', 'deutsch_'], '--lang is not a language tag.'],
])('invalid usage is rejected: %j', async (args, message) => {
  const folder = join(temporaryFolder(), 'mine');
  const { status, stderr } = await runHere(
    newCommand,
    args.map((arg) => (arg === 'DIR' ? folder : arg)),
  );
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
