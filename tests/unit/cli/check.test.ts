import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../../src/cli/check.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { permalinksCommand } from '../../../src/cli/permalinks.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';
import { clean, notes, runHere } from './command.ts';

describe('check', () => {
  test('prints every problem with its path, and counts them', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    writeFiles(to, [
      ['quotes/y.md', '---\npart: 1\ntheme: Y\nsource: S\nextra: 1\n---\n\n# Y'],
      ['quotes/note.txt', 'x'],
    ]);
    const { status, stdout, stderr } = await runHere(checkCommand, [], { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stdout).toBe('1 quote in 1 part: 2 errors, 2 warnings\n');
    expect(stderr.split('\n').map((line) => line.replace(to, 'DIR').slice(0, 48))).toEqual([
      'DIR/quotes/note.txt: warning: is not a quote. A ',
      'DIR/quotes/y.md:5:1: extra: is not a known field',
      'DIR/quotes/y.md:8:1: body: contains a heading. U',
      'DIR/permalinks.json:1:1: warning: y: is not in t',
      '',
    ]);
    expect(stderr).toContain(' Remove it; the fields are part, theme, source, ');
  });

  test('reports a content folder that does not exist', async () => {
    const { to } = notes(clean);
    const { status, stderr } = await runHere(checkCommand, [], { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${to}: is not a folder\\.`, 'u'));
  });
});

describe('check of a folder', () => {
  test('prints JSON with the position, rule and hint of every problem', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    writeFiles(to, [
      ['quotes/y.md', '---\npart: 1\ntheme: on X\nsource: S\nextra: 1\n---\n\nText, *x*'],
      ['permalinks.json', '{ "x": "live", "y": "live" }'],
    ]);
    const { status, stdout, stderr } = await runHere(checkCommand, ['--json'], { CONTENT_DIR: to });
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      folder: to,
      quotes: 1,
      errors: 1,
      warnings: 0,
      problems: [
        {
          file: 'quotes/y.md',
          line: 5,
          column: 1,
          field: 'extra',
          rule: 'unknown-field',
          severity: 'error',
          message: 'is not a known field.',
          hint: expect.stringContaining('Remove it; the fields are part,') as string,
        },
      ],
    });
  });

  test('makes safe repairs, reports them, and changes no word', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    const windows =
      '\uFEFF---\r\npart: 1\r\ntheme: Y\r\nsource: S\r\n---\r\n\r\nThe\u200B other \u202Eone.\r\n';
    writeFiles(to, [['quotes/y.md', windows]]);
    const first = await runHere(checkCommand, ['--fix'], { CONTENT_DIR: to });
    expect(first.status).toBe(1);
    expect(first.stdout.split('\n')[0]).toBe(
      `fixed ${to}/quotes/y.md: removed the byte order mark, changed line endings to LF, removed invisible characters`,
    );
    expect(first.stderr).toContain(
      'quotes/y.md:7:11: body: contains the invisible or control character U+202E',
    );
    writeFiles(to, [['quotes/y.md', windows.replace('\u202E', '')]]);
    const second = await runHere(checkCommand, ['--fix'], { CONTENT_DIR: to });
    expect(second.stderr).toMatch(/^\S+addresses\.json:1:1: warning: themes: lacks “Y”\. .*\n$/u);
    // The id is known only after the file can be read.
    expect(second.stdout.split('\n').slice(1)).toEqual([
      `fixed ${to}/permalinks.json: added y`,
      '2 quotes in 1 part: 1 warning',
      '',
    ]);
    expect(readFiles(to).get('quotes/y.md')).toBe(
      '---\npart: 1\ntheme: Y\nsource: S\n---\n\nThe other one.\n',
    );
    expect((await runHere(checkCommand, ['--fix'], { CONTENT_DIR: to })).stdout).toContain(
      'nothing to fix',
    );
  });

  test('removes the quotation marks around a whole quote', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, [
      ['collection.yaml', 'title: Mine\n'],
      ['quotes/a.md', '---\nperson: Ada\n---\n\n“Text, and \\*more\\*.”\n'],
      ['quotes/b.md', '"Only words."\n'],
    ]);
    const { stdout, stderr } = await runHere(checkCommand, ['--fix'], { CONTENT_DIR: folder });
    expect(stdout).toContain('quotes/b.md: removed the quotation marks around the quote');
    expect(stderr).not.toContain('outer-marks');
    expect(readFiles(folder).get('quotes/a.md')).toBe(
      '---\nperson: Ada\n---\n\nText, and \\*more\\*.\n',
    );
    expect(readFiles(folder).get('quotes/b.md')).toBe('Only words.\n');
  });

  test('warns that addresses can break while a ledger is missing', async () => {
    const folder = temporaryFolder();
    const env = { CONTENT_DIR: folder };
    writeFiles(folder, [
      ['collection.yaml', 'title: Mine\n'],
      ['quotes/a.md', 'Only words.\n'],
    ]);
    const { status, stdout, stderr } = await runHere(checkCommand, [], env);
    expect([status, stdout]).toEqual([0, '1 quote: 2 warnings\n']);
    const missing = (file: string) =>
      `${folder}/${file}: warning: is missing, so renaming a quote or label breaks its address. Run npm run permalinks. (ledger-missing)\n`;
    expect(stderr).toBe(missing('permalinks.json') + missing('addresses.json'));
    await runHere(permalinksCommand, [], env);
    expect((await runHere(checkCommand, [], env)).stderr).toBe('');
  });

  test('finds no problem in the second collection', async () => {
    const folder = 'tests/fixtures/collections/pensees';
    expect(await runHere(checkCommand, [], { CONTENT_DIR: folder })).toEqual({
      status: 0,
      stdout: '12 quotes in 3 parts: no problems\n',
      stderr: '',
    });
  });

  test('prints the rules', async () => {
    expect((await runHere(checkCommand, ['--rules'])).stdout).toContain(
      '| `unknown-part` | error |',
    );
  });
});
