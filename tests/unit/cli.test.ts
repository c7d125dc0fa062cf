import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles, temporaryFolder, writeFiles } from './folders.ts';

const seedFile = 'tests/fixtures/notes/lessons-from-ion-stoica.txt';

function run(command: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('src/cli', `${command}.ts`), ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } },
  );
  return { status, stdout, stderr };
}

/** Writes notes to a folder of their own; `to` is a place beside them. */
function notes(content: string | Uint8Array) {
  const folder = temporaryFolder();
  const file = join(folder, 'notes.txt');
  writeFileSync(file, content);
  return { folder, file, to: join(folder, 'made', 'here') };
}

const clean = 'Notes from Ada\nHello.\nPart 1: One\n- On x: "Text." — Source: S\n';

describe('import', () => {
  test('writes a collection that export gives back byte for byte', () => {
    const { to } = notes('');
    expect(run('import', [seedFile, '--to', to])).toEqual({
      status: 0,
      stdout: `person: Ion Stoica, taken from the title\n75 quotes in 8 parts: written to ${to}\n`,
      stderr: '',
    });
    expect(run('export', ['--from', to, '--leading-newline', '--no-final-newline'])).toEqual({
      status: 0,
      stdout: readFileSync(seedFile, 'utf8'),
      stderr: '',
    });
    expect(run('check', [], { CONTENT_DIR: to })).toEqual({
      status: 0,
      stdout: '75 quotes in 8 parts: no problems\n',
      stderr: '',
    });
  });

  test('reports every error in one run and writes nothing', () => {
    const { folder, file, to } = notes(
      Buffer.concat([
        Buffer.from('Notes\nHello.\nPart 1: One\n- On x: "Text."\nstray\n- On y: "Caf'),
        Buffer.from([0xe9]),
        Buffer.from('" — Source: S'),
      ]),
    );
    const { status, stdout, stderr } = run('import', [file, '--to', to]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.replaceAll(file, 'FILE').split('\n')).toEqual([
      expect.stringMatching(/^FILE:1: title does not end in "from NAME"/u),
      expect.stringMatching(/^FILE:4: source is missing/u),
      expect.stringMatching(/^FILE:5: line is neither/u),
      expect.stringMatching(/^FILE:6: quote holds U\+FFFD/u),
      `Nothing was written to ${to}.`,
      '',
    ]);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('prints warnings and writes all the same', () => {
    const { file, to } = notes(clean.replace('Part 1', 'Part 2'));
    const { status, stderr } = run('import', [file, '--to', to]);
    expect(status).toBe(0);
    expect(stderr).toBe(`${file}:3: warning: part 2 is the first: expected part 1\n`);
    expect(readdirSync(to).toSorted()).toEqual(['collection.yaml', 'permalinks.json', 'quotes']);
  });

  test('takes the person and the language that it is given', () => {
    const { file, to } = notes(clean.replace('Notes from Ada', 'Notes'));
    const args = [file, '--to', to, '--person', 'Ada Lovelace', '--lang', 'de'];
    expect(run('import', args).stdout).toBe(`1 quote in 1 part: written to ${to}\n`);
    expect(readFileSync(join(to, 'collection.yaml'), 'utf8')).toMatch(
      /^person: Ada Lovelace\nlang: de$/mu,
    );
  });

  test('does nothing twice, and leaves a folder that holds something else as it is', () => {
    const { folder, file, to } = notes(clean);
    run('import', [file, '--to', to]);
    const { status, stdout } = run('import', [file, '--to', to]);
    expect(status).toBe(0);
    expect(stdout).toContain(`1 quote in 1 part: nothing changed in ${to}`);
    writeFileSync(join(to, 'quotes', 'y.md'), 'mine');
    const before = readFiles(to);
    expect(run('import', [file, '--to', to])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${to} is there and holds something else: nothing was changed.\nImport into a new folder, or move that one away first.\n`,
    });
    expect(readFiles(to)).toEqual(before);
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test('says when there is no such file', () => {
    const { folder, to } = notes(clean);
    const { status, stderr } = run('import', [join(folder, 'other.txt'), '--to', to]);
    expect(status).toBe(1);
    expect(stderr).toContain('other.txt: there is no such file.');
    expect(existsSync(to)).toBe(false);
  });

  test('says when the folder cannot be made', () => {
    const { folder, file } = notes(clean);
    const { status, stdout, stderr } = run('import', [file, '--to', join(file, 'made')]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^E[A-Z]+: .*notes\.txt.*\n$/u);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test.each([
    ['no file', ['--to', 'x'], 'Name the file of notes to import.'],
    ['no folder', ['notes.txt'], 'Name the folder to make: --to DIR.'],
    ['two files', ['a.txt', 'b.txt', '--to', 'x'], 'Import one file at a time: b.txt is a second.'],
    ['an unknown option', ['--into', 'x'], "Unknown option '--into'"],
    ['a wrong language', ['a.txt', '--to', 'x', '--lang', 'x_1'], '--lang is not a language tag.'],
    ['an empty person', ['a.txt', '--to', 'x', '--person', ''], '--person is empty.'],
  ])('shows its usage for %s', (_, args, message) => {
    const { status, stdout, stderr } = run('import', args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run import');
  });
});

describe('export', () => {
  test('prints nothing but problems when the collection has errors', () => {
    const { folder } = notes(clean);
    const { status, stdout, stderr } = run('export', ['--from', folder]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${join(folder, 'collection.yaml')}: is missing.`);
  });

  test('refuses what notes cannot say', () => {
    const { file, to } = notes(clean);
    run('import', [file, '--to', to]);
    writeFileSync(join(to, 'quotes/x.md'), '---\npart: 1\ntheme: X\nsource: S\n---\nOne.\n\nTwo.');
    expect(run('export', ['--from', to])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'error: quote x holds several paragraphs, which notes cannot say\n',
    });
  });
});

describe('check', () => {
  test('prints every problem under the content folder, and counts them', () => {
    const { file, to } = notes(clean);
    run('import', [file, '--to', to]);
    writeFiles(to, [
      ['quotes/y.md', '---\npart: 9\ntheme: Y\nsource: S\nextra: 1\n---\n\n# Y'],
      ['quotes/note.txt', 'x'],
    ]);
    const { status, stdout, stderr } = run('check', [], { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stdout).toBe('1 quote in 1 part: 2 errors, 1 warning\n');
    expect(stderr.split('\n').map((line) => line.replace(to, 'DIR').slice(0, 48))).toEqual([
      'DIR/quotes/note.txt: warning: is not a quote. A ',
      'DIR/quotes/y.md:5: extra: is not a known field. ',
      'DIR/quotes/y.md:8: body: holds a heading. A quot',
      '',
    ]);
  });

  test('names a content folder that is not there', () => {
    const { to } = notes(clean);
    const { status, stderr } = run('check', [], { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${to}: is not a folder\\.`, 'u'));
  });
});

describe('permalinks', () => {
  test('adds new ids and aliases to the ledger, and takes none out', () => {
    const { file, to } = notes(clean);
    run('import', [file, '--to', to]);
    writeFiles(to, [
      ['quotes/a.md', '---\npart: 1\ntheme: A\nsource: S\naliases: [z]\n---\n\nOther.\n'],
      ['permalinks.json', '{ "gone": { "gone": "2024-01-01" }, "x": "live" }'],
    ]);
    const added = run('permalinks', [], { CONTENT_DIR: to });
    expect(added.status).toBe(0);
    expect(added.stdout).toBe(`a\nz\n2 permalinks added to ${join(to, 'permalinks.json')}\n`);
    expect(readFileSync(join(to, 'permalinks.json'), 'utf8')).toBe(`{
  "a": "live",
  "gone": {
    "gone": "2024-01-01"
  },
  "x": "live",
  "z": "live"
}
`);
    expect(run('permalinks', [], { CONTENT_DIR: to }).stdout).toMatch(/^0 permalinks added/u);
  });
});

test.each(['import', 'export', 'check', 'permalinks'])('%s --help prints its usage', (command) => {
  const { status, stdout, stderr } = run(command, ['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: npm run (--silent )?${command}`, 'u'));
  expect(stderr).toBe('');
});
