import { describe, expect, test } from 'vitest';
import { addCommand } from '../../../src/cli/add.ts';
import { checkCommand } from '../../../src/cli/check.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { clean, notes, runHere } from './command.ts';

describe('add', () => {
  const fields = ['--part', '1', '--theme', 'On x', '--source', 'Some: S'];

  test('writes one quote and its permalink, and prints its address', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    const args = [...fields, '--quote', '“A *new* one.”', '--date', '2013'];
    const env = { CONTENT_DIR: to, SITE_URL: 'https://a.example' };
    expect(await runHere(addCommand, args, env)).toEqual({
      status: 0,
      stdout: `written: ${to}/quotes/x-2.md\naddress: https://a.example/quotes/x-2/\n`,
      stderr: '',
    });
    expect(readFiles(to).get('quotes/x-2.md')).toBe(
      '---\npart: 1\ntheme: On x\nsource: "Some: S"\norder: 2\ndate: "2013"\n---\n\nA \\*new\\* one.\n',
    );
    expect((await runHere(checkCommand, [], { CONTENT_DIR: to })).stdout).toBe(
      '2 quotes in 1 part: no problems\n',
    );
  });

  test('accepts a quote of several lines and paragraphs', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    const quote = '“One,\n  two.\n\n\nThree.”\n';
    const { status } = await runHere(addCommand, [...fields, '--quote', quote], {
      CONTENT_DIR: to,
    });
    expect(status).toBe(0);
    expect(readFiles(to).get('quotes/x-2.md')).toContain('\n\nOne,\\\ntwo.\n\nThree.\n');
  });

  test('requires only what the collection requires', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, [['collection.yaml', 'title: T\n']]);
    const env = { CONTENT_DIR: folder };
    expect((await runHere(addCommand, ['--quote', 'Only words.'], env)).status).toBe(0);
    expect(readFiles(folder).get('quotes/only-words.md')).toBe(
      '---\norder: 1\n---\n\nOnly words.\n',
    );
    expect(
      (await runHere(addCommand, ['--quote', 'Other words.', '--part', '1'], env)).stderr,
    ).toContain('--part names part 1, but the collection has no parts');
  });

  test('reports every invalid value in one run', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    const before = readFiles(to);
    const { status, stderr } = await runHere(
      addCommand,
      ['--part', '9', '--theme', ' ', '--quote', '""', '--order', 'last', '--lang', 'e_n'],
      { CONTENT_DIR: to },
    );
    expect(status).toBe(1);
    expect(stderr.split('\n').map((line) => line.slice(0, 24))).toEqual([
      '--theme is empty. Write ',
      '--order must be a whole ',
      '--lang is not a language',
      '--part names part 9, whi',
      '--source is missing.',
      '--quote is empty.',
      'Nothing was added.',
      '',
    ]);
    expect(readFiles(to)).toEqual(before);
  });

  test('rejects an id that is taken or invalid', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    const before = readFiles(to);
    for (const [id, message] of [
      ['x', '--id is taken: x is or was the id of a quote.'],
      ['../x', '--id must be lower-case letters, digits and hyphens, such as x.'],
    ] as const) {
      const args = [...fields, '--quote', 'Other words.', '--id', id];
      const { status, stderr } = await runHere(addCommand, args, { CONTENT_DIR: to });
      expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(readFiles(to)).toEqual(before);
  });

  test('shows a similar quote, and adds the new one only with --anyway', async () => {
    const { file, to } = notes(clean.replace('Text.', 'Moving data is expensive.'));
    await runHere(importCommand, [file, '--to', to]);
    const args = [...fields, '--quote', 'Moving data is expensive!'];
    const { status, stderr } = await runHere(addCommand, args, { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stderr).toBe(
      `similar to ${to}/quotes/x.md: Moving data is expensive.\nNothing was added. Use --anyway to add it.\n`,
    );
    expect((await runHere(addCommand, [...args, '--anyway'], { CONTENT_DIR: to })).status).toBe(0);
    expect(
      (await runHere(addCommand, [...args, '--anyway'], { CONTENT_DIR: to })).stderr,
    ).toContain('is the same quote as quotes/x-2.md');
  });
});
