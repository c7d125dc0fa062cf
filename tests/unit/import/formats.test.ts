import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importCommand } from '../../../src/cli/import.ts';
import { formats } from '../../../src/import/formats/index.ts';
import { plainText } from '../../../src/collection/plain-text.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { runHere } from '../cli/command.ts';
import { temporaryFolder } from '../folders.ts';

const root = 'tests/fixtures/import';
const folders = readdirSync(root).filter((name) => name !== 'README.md');

interface Expected {
  /** Arguments besides the file and the folder. */
  args?: string[];
  /** The printed lines. */
  prints: string[];
  collection?: object;
}

/** Loads a collection as a build does, without fields that every quote has. */
function readBack(folder: string) {
  const { config, entries, problems } = readCollection(folder);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { introduction, parts, title, person, lang, requires = [] } = config!;
  return {
    title,
    person,
    lang,
    ...(introduction.length > 0 && { introduction: plainText(introduction) }),
    ...(requires.length > 0 && { requires }),
    ...(parts.length > 0 && { parts: parts.map(({ number, title }) => `${number} ${title}`) }),
    quotes: entries
      .toSorted((a, b) => (a.part ?? 0) - (b.part ?? 0) || a.order! - b.order!)
      .map(({ paragraphs: _paragraphs, aliases: _aliases, order: _order, status, ...entry }) => ({
        ...entry,
        ...(status !== 'attributed' && { status }),
      })),
  };
}

test.each(formats)('$name has a row in the README and a fixture', ({ name, title }) => {
  expect(readFileSync('src/import/README.md', 'utf8')).toContain(`| \`${name}\` `);
  const expected = folders.map((each) => readFileSync(join(root, each, 'expected.yaml'), 'utf8'));
  expect(expected.join('\n')).toContain(`: read as ${title} (`);
});

test.each(folders)('%s is recognized, imported and read back', async (name) => {
  const [input] = readdirSync(join(root, name)).filter((file) => file !== 'expected.yaml');
  const expectedFile = join(root, name, 'expected.yaml');
  const expected = parse(readFileSync(expectedFile, 'utf8')) as Expected;
  const file = join(root, name, input!);
  const to = join(temporaryFolder(), 'made');
  const { status, stdout, stderr } = await runHere(importCommand, [
    file,
    '--to',
    to,
    ...(expected.args ?? []),
  ]);
  const lines = (stderr + stdout).trimEnd().replaceAll(file, 'FILE').replaceAll(to, 'DIR');
  expect(lines.split('\n')).toEqual(expected.prints);
  expect(status).toBe(expected.collection ? 0 : 1);
  if (!expected.collection) expect(existsSync(to)).toBe(false);
  else expect(JSON.parse(JSON.stringify(readBack(to)))).toEqual(expected.collection);
});
