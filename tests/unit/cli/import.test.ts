import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readFiles, writeFiles } from '../folders.ts';
import { clean, notes, run } from './command.ts';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const COUNT = 300;

/** Notes of many quotes that all hold a word. */
function many(word: string): string {
  const lines = Array.from(
    { length: COUNT },
    (_, i) => `- On x${i}: "Text ${i} of ${word}." — Source: S`,
  );
  return `Notes from Ada\nHello.\nPart 1: One\n${lines.join('\n')}\n`;
}

const seedFile = 'tests/fixtures/notes/lessons-from-ion-stoica.txt';

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
      'FILE:1: warning: title names no person: took “Notes”; give --person NAME',
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
    expect(readdirSync(to).toSorted()).toEqual([
      'collection.yaml',
      'imported.json',
      'permalinks.json',
      'quotes',
    ]);
  });

  test('takes the person and the language that it is given', () => {
    const { file, to } = notes(clean.replace('Notes from Ada', 'Notes'));
    const args = [file, '--to', to, '--person', 'Ada Lovelace', '--lang', 'de'];
    expect(run('import', args).stdout).toBe(`1 quote in 1 part: written to ${to}\n`);
    expect(readFileSync(join(to, 'collection.yaml'), 'utf8')).toMatch(
      /^person: Ada Lovelace\nlang: de$/mu,
    );
  });

  test('takes the title for the person where it names none, and says so', () => {
    const { file, to } = notes(clean.replace('Notes from Ada', 'Notes by Hand'));
    expect(run('import', [file, '--to', to])).toEqual({
      status: 0,
      stdout: `person: Hand, taken from the title\n1 quote in 1 part: written to ${to}\n`,
      stderr: `${file}:1: warning: title names no person: took “Hand”; give --person NAME\n`,
    });
    expect(readFileSync(join(to, 'collection.yaml'), 'utf8')).toMatch(/^person: Hand$/mu);
    // The collection says who is quoted from now on.
    expect(run('import', [file, '--to', to]).stderr).toBe('');
  });

  test('does nothing twice, and leaves a folder that holds something else as it is', () => {
    const { folder, file, to } = notes(clean);
    run('import', [file, '--to', to]);
    const { status, stdout } = run('import', [file, '--to', to]);
    expect(status).toBe(0);
    expect(stdout).toContain(`1 quote in 1 part: nothing changed in ${to}`);
    expect(run('import', [file, '--to', folder])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${folder} is there and holds something else: nothing was changed.\nImport into a new folder, or move that one away first.\n`,
    });
    writeFileSync(join(to, 'quotes', 'y.md'), 'theme: mine');
    const before = readFiles(to);
    const wrong = run('import', [file, '--to', to, '--update']);
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(
      /y\.md:1:1: has fields without a line of ---.*\n.*a collection with errors: nothing was changed/u,
    );
    expect(readFiles(to)).toEqual(before);
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test('writes what has changed in the notes, and shows it as a diff when asked', () => {
    const { folder, file, to } = notes(clean);
    run('import', [file, '--to', to]);
    const before = readFiles(to);
    writeFileSync(file, clean.replace('Text.', 'Text, changed.'));
    const diff = `--- a/quotes/x.md
+++ b/quotes/x.md
@@ -5,4 +5,4 @@
 order: 1
 ---
 
-Text.
+Text, changed.
`;
    expect(run('import', [file, '--to', to, '--dry-run'])).toEqual({
      status: 0,
      stdout: `${diff}1 quote in 1 part: 1 file would change in ${to}\n`,
      stderr: '',
    });
    expect(readFiles(to)).toEqual(before);
    const { status, stdout } = run('import', [file, '--to', to]);
    expect(status).toBe(0);
    expect(stdout).toBe(
      `${to}/quotes/x.md: has another text now\n1 quote in 1 part: 1 file changed in ${to}\n`,
    );
    expect(readFiles(to).get('quotes/x.md')).toBe(
      before.get('quotes/x.md')!.replace('Text.', 'Text, changed.'),
    );
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test('shows a new collection as a diff, and writes nothing', () => {
    const { folder, file, to } = notes(clean);
    const { status, stdout } = run('import', [file, '--to', to, '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain('--- /dev/null\n+++ b/quotes/x.md\n@@ -0,0 +1,8 @@\n+---\n+part: 1\n');
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('keeps what is verified and what the notes lack, and says so', () => {
    const { file, to } = notes(`${clean}- On y: "Other." — Source: S\n`);
    run('import', [file, '--to', to]);
    const path = join(to, 'quotes/x.md');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('order: 1', 'order: 1\nstatus: verified'),
    );
    const before = readFiles(to);
    writeFileSync(file, clean.replace('Text.', 'Not his words.'));
    const { status, stderr } = run('import', [file, '--to', to, '--update']);
    expect(status).toBe(0);
    expect(stderr.replaceAll(to, 'DIR').replaceAll(file, 'FILE'))
      .toBe(`DIR/quotes/x.md: kept as it is: body: is verified, and what comes in has another text: “Not his words.”
With --overwrite what comes in wins.
DIR/quotes/y.md: kept, though FILE lacks it
`);
    expect(readFiles(to)).toEqual(before);
    run('import', [file, '--to', to, '--update', '--overwrite']);
    expect(readFiles(to).get('quotes/x.md')).toContain('status: verified\n---\n\nNot his words.\n');
  });

  test('leaves the corrections of the curator, and shows what the notes say instead', () => {
    const { to } = notes('');
    run('import', [seedFile, '--to', to]);
    const correct = (id: string, from: string, by: string) => {
      const text = readFiles(to).get(`quotes/${id}.md`)!;
      expect(text).toContain(from);
      writeFiles(to, [[`quotes/${id}.md`, text.replace(from, by)]]);
    };
    correct('timing', 'source: AMPLab Papers', 'source: AMPLab Retrospective');
    correct('data-gravity', 'theme: On data gravity', 'theme: On the gravity of data');
    correct('simplicity', 'theme: On simplicity', 'theme: On elegance');
    correct('simplicity', 'source: Spark Architecture Papers', 'source: Spark Summit');
    correct('simplicity', 'most elegant', 'finest');
    const before = readFiles(to);
    const { status, stdout, stderr } = run('import', [seedFile, '--to', to, '--update']);
    expect(status).toBe(0);
    expect(stdout).toBe(`75 quotes in 8 parts: nothing changed in ${to}\n`);
    const places = stderr.split('\n').map((line) => line.replace(to, 'DIR').split(': ', 3));
    expect(places.slice(0, -2)).toEqual([
      ['DIR/quotes/data-gravity.md', 'kept as it is', 'theme'],
      ['DIR/quotes/timing.md', 'kept as it is', 'source'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'body'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'theme'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'source'],
    ]);
    expect(readFiles(to)).toEqual(before);
    run('import', [seedFile, '--to', to, '--update', '--overwrite']);
    expect(run('export', ['--from', to, '--leading-newline', '--no-final-newline']).stdout).toBe(
      readFileSync(seedFile, 'utf8'),
    );
  });

  test('reads tables: of Readwise into a new folder, of a spreadsheet into one with a title page', () => {
    const { to } = notes('');
    const readwise = 'tests/fixtures/tables/readwise.csv';
    const missing = run('import', [readwise, '--to', to]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toBe(`${readwise}:1: title is missing: give it with --title TEXT
${readwise}:1: introduction is missing: give it with --introduction TEXT
${readwise}:1: person is missing: give it with --person NAME
Nothing was written to ${to}.
`);
    const about = ['--title', 'Read', '--introduction', 'What I read.', '--person', 'Ion Stoica'];
    expect(run('import', [readwise, '--to', to, ...about]).status).toBe(0);
    expect(run('check', [], { CONTENT_DIR: to }).stdout).toContain('3 quotes in 2 parts');
    expect(run('import', [readwise, '--to', to]).stdout).toContain('nothing changed');

    const { folder } = notes('');
    writeFiles(folder, [
      [
        'c/collection.yaml',
        'title: T\nperson: P\nlang: en\nintroduction: I.\nparts:\n  - { number: 1, title: One, slug: uno }\n',
      ],
    ]);
    const target = join(folder, 'c');
    const filled = run('import', [
      'tests/fixtures/tables/spreadsheet.csv',
      '--to',
      target,
      '--update',
    ]);
    expect(filled.status).toBe(0);
    expect([...readFiles(target).keys()].toSorted()).toEqual([
      'collection.yaml',
      'imported.json',
      'quotes/gravity.md',
      'quotes/trust.md',
    ]);
  });

  test('takes the person of a table from its column, where it names one alone', () => {
    const { folder, to } = notes('');
    const table = 'part,theme,quote,source,person\n1,On x,Text.,S,Robert Frost\n';
    writeFiles(folder, [['t.csv', table]]);
    const about = ['--title', 'T', '--introduction', 'I.', '--part-title', '1=One'];
    expect(run('import', [join(folder, 't.csv'), '--to', to, ...about])).toEqual({
      status: 0,
      stdout: `person: Robert Frost, taken from the table\n1 quote in 1 part: written to ${to}\n`,
      stderr: '',
    });
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

  test.runIf(existsSync('/proc/self'))('ends where the system makes no folders', () => {
    const { file } = notes(clean);
    const { status, stderr } = run('import', [file, '--to', '/proc/made/here']);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^E[A-Z]+: .*\/proc\/made/u)]);
  });

  test('is not left half done by a signal', async () => {
    const { folder, file, to } = notes(many('one'));
    run('import', [file, '--to', to]);
    writeFileSync(file, many('another'));
    const child = spawn(process.execPath, ['src/cli/import.ts', file, '--to', to, '--update']);
    const isMoving = () => !readFileSync(join(to, 'quotes/x0.md'), 'utf8').includes('one');
    while (!isMoving() && child.exitCode === null) await new Promise((done) => setImmediate(done));
    child.kill('SIGINT');
    await once(child, 'exit');
    const texts = [...readFiles(to)].filter(([path]) => path.startsWith('quotes/'));
    expect(texts).toHaveLength(COUNT);
    expect(texts.filter(([, text]) => !text.includes('another'))).toEqual([]);
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test.each([
    ['no file', ['--to', 'x'], 'Name the file of notes to import.'],
    ['no folder', ['notes.txt'], 'Name the folder to make: --to DIR.'],
    ['two files', ['a.txt', 'b.txt', '--to', 'x'], 'Import one file at a time: b.txt is a second.'],
    ['an unknown option', ['--into', 'x'], "Unknown option '--into'"],
    ['a wrong language', ['a.txt', '--to', 'x', '--lang', 'x_1'], '--lang is not a language tag.'],
    ['an empty person', ['a.txt', '--to', 'x', '--person', ''], '--person is empty.'],
    ['a title for notes', ['a.txt', '--to', 'x', '--title', 'T'], 'are for tables'],
    ['a part that is no number', ['a.csv', '--to', 'x', '--part', 'x'], '--part must be a whole'],
  ])('shows its usage for %s', (_, args, message) => {
    const { status, stdout, stderr } = run('import', args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run import');
  });
});
