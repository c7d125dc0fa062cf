import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCommand } from '../../../src/cli/export.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { readFiles, writeFiles } from '../folders.ts';
import { clean, notes, runHere } from './command.ts';

const runImport = (...args: string[]) => runHere(importCommand, args);
const runExport = (...args: string[]) => runHere(exportCommand, args);

const COUNT = 300;

/** Notes of many quotes that all contain a word. */
function many(word: string): string {
  const lines = Array.from(
    { length: COUNT },
    (_, i) => `- On x${i}: "Text ${i} of ${word}." — Source: S`,
  );
  return `Notes from Ada\nHello.\nPart 1: One\n${lines.join('\n')}\n`;
}

const seedFile = 'tests/fixtures/notes/lessons-from-ion-stoica.txt';

/** Writes a file next to the folder for an import. */
function fileOf(name: string, content: string | Uint8Array) {
  const { folder, to } = notes('');
  const file = join(folder, name);
  writeFileSync(file, content);
  return { folder, file, to };
}

describe('import', () => {
  test('writes a collection that export prints byte for byte', async () => {
    const { to } = notes('');
    expect(await runImport(seedFile, '--to', to)).toEqual({
      status: 0,
      stdout: `${seedFile}: read as printed notes (sure)\nperson: Ion Stoica, taken from the title\nlang: en; --lang TAG sets another\n75 quotes in 8 parts: written to ${to}\n`,
      stderr: '',
    });
    expect(await runExport('--from', to, '--leading-newline', '--no-final-newline')).toEqual({
      status: 0,
      stdout: readFileSync(seedFile, 'utf8'),
      stderr: '',
    });
    expect(readCollection(to).problems).toEqual([]);
    expect(readFileSync(join(to, 'collection.yaml'), 'utf8')).toContain(
      'requires: [part, theme, source]',
    );
  });

  test('reports every error in one run and writes nothing', async () => {
    const { folder, file, to } = notes(
      Buffer.concat([
        Buffer.from('Notes\nHello.\nPart 1: One\n- On x: "Text."\nstray\n- On y: "Caf'),
        Buffer.from([0xe9]),
        Buffer.from('" — Source: S'),
      ]),
    );
    const { status, stderr } = await runImport(file, '--to', to);
    expect(status).toBe(1);
    expect(stderr.replaceAll(file, 'FILE').split('\n')).toEqual([
      expect.stringMatching(/^FILE:4: source is missing/u),
      expect.stringMatching(/^FILE:5: line is neither/u),
      expect.stringMatching(/^FILE:6: quote contains U\+FFFD/u),
      `Nothing was written to ${to}. Correct the errors, or use --skip to import everything else.`,
      '',
    ]);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('leaves out items with errors and reports them with --skip', async () => {
    const { file, to } = notes(`${clean}- On y: "Text."\n`);
    const { status, stderr, stdout } = await runImport(file, '--to', to, '--skip');
    expect(status).toBe(0);
    expect(stderr).toMatch(/:5: left out: source is missing/u);
    expect(stdout).toContain('1 quote in 1 part: written to');
  });

  test('prints warnings and writes the collection', async () => {
    const { file, to } = notes(clean.replace('Part 1', 'Part 2'));
    const { status, stderr } = await runImport(file, '--to', to);
    expect(status).toBe(0);
    expect(stderr).toBe(`${file}:3: warning: part 2 is the first: expected part 1\n`);
    expect(readdirSync(to).toSorted()).toEqual([
      'addresses.json',
      'collection.yaml',
      'imported.json',
      'permalinks.json',
      'quotes',
    ]);
  });

  test('uses the title, person and language of its options', async () => {
    const { file, to } = notes(clean.replace('Notes from Ada', 'Notes'));
    const args = ['--title', 'Words', '--person', 'Ada Lovelace', '--lang', 'de'];
    expect((await runImport(file, '--to', to, ...args)).status).toBe(0);
    expect(readFileSync(join(to, 'collection.yaml'), 'utf8')).toMatch(
      /^title: Words\nperson: Ada Lovelace\nlang: de$/mu,
    );
  });

  test('changes nothing the second time, and never changes a folder with other files', async () => {
    const { folder, file, to } = notes(clean);
    await runImport(file, '--to', to);
    const { status, stdout } = await runImport(file, '--to', to);
    expect(status).toBe(0);
    expect(stdout).toContain(`1 quote in 1 part: nothing changed in ${to}`);
    expect(await runImport(file, '--to', folder)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${folder} exists and contains something else: nothing was changed.\nImport into a new folder, or move this one away first.\n`,
    });
    writeFileSync(join(to, 'quotes', 'y.md'), '---\ntheme: [\n---\n\nx\n');
    const before = readFiles(to);
    const wrong = await runImport(file, '--to', to, '--update');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/y\.md.*\n[^]*a collection with errors: nothing was changed/u);
    expect(readFiles(to)).toEqual(before);
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test('updates what changed in the notes, and shows it as a diff with --dry-run', async () => {
    const { folder, file, to } = notes(clean);
    await runImport(file, '--to', to);
    const before = readFiles(to);
    writeFileSync(file, clean.replace('Text.', 'Text, changed.'));
    const dry = await runImport(file, '--to', to, '--dry-run');
    expect(dry.stdout).toContain(`--- a/quotes/x.md
+++ b/quotes/x.md
@@ -5,4 +5,4 @@
 order: 1
 ---
${' '}
-Text.
+Text, changed.
1 quote in 1 part: 1 file would change in ${to}
`);
    expect(readFiles(to)).toEqual(before);
    const { status, stdout } = await runImport(file, '--to', to);
    expect(status).toBe(0);
    expect(stdout).toContain(
      `${to}/quotes/x.md: text changed\n1 quote in 1 part: 1 file changed in ${to}\n`,
    );
    expect(readFiles(to).get('quotes/x.md')).toBe(
      before.get('quotes/x.md')!.replace('Text.', 'Text, changed.'),
    );
    expect(readdirSync(join(folder, 'made'))).toEqual(['here']);
  });

  test('shows a new collection as a diff and writes nothing with --dry-run', async () => {
    const { folder, file, to } = notes(clean);
    const { status, stdout } = await runImport(file, '--to', to, '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('--- /dev/null\n+++ b/quotes/x.md\n@@ -0,0 +1,8 @@\n+---\n+part: 1\n');
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('keeps verified quotes and those that the notes lack, and reports them', async () => {
    const { file, to } = notes(`${clean}- On y: "Other." — Source: S\n`);
    await runImport(file, '--to', to);
    const path = join(to, 'quotes/x.md');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('order: 1', 'order: 1\nstatus: verified'),
    );
    const before = readFiles(to);
    writeFileSync(file, clean.replace('Text.', 'Not his words.'));
    const { status, stderr } = await runImport(file, '--to', to, '--update');
    expect(status).toBe(0);
    expect(stderr.replaceAll(to, 'DIR').replaceAll(file, 'FILE'))
      .toBe(`DIR/quotes/x.md: kept as it is: body: is verified, but the import has another text: “Not his words.”
Use --overwrite to take the imported values.
DIR/quotes/y.md: kept, although FILE does not contain it
`);
    expect(readFiles(to)).toEqual(before);
    await runImport(file, '--to', to, '--update', '--overwrite');
    expect(readFiles(to).get('quotes/x.md')).toContain('status: verified\n---\n\nNot his words.\n');
  });

  test('keeps the corrections of the curator, and shows the text of the notes', async () => {
    const { to } = notes('');
    await runImport(seedFile, '--to', to);
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
    const { status, stdout, stderr } = await runImport(seedFile, '--to', to, '--update');
    expect(status).toBe(0);
    expect(stdout).toContain(`75 quotes in 8 parts: nothing changed in ${to}\n`);
    const places = stderr.split('\n').map((line) => line.replace(to, 'DIR').split(': ', 3));
    expect(places.slice(0, -2)).toEqual([
      ['DIR/quotes/data-gravity.md', 'kept as it is', 'theme'],
      ['DIR/quotes/timing.md', 'kept as it is', 'source'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'body'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'theme'],
      ['DIR/quotes/simplicity.md', 'kept as it is', 'source'],
    ]);
    expect(readFiles(to)).toEqual(before);
    await runImport(seedFile, '--to', to, '--update', '--overwrite');
    const { stdout: text } = await runExport(
      '--from',
      to,
      '--leading-newline',
      '--no-final-newline',
    );
    expect(text).toBe(readFileSync(seedFile, 'utf8'));
  });

  test('adds new highlights of an export to a collection, and updates changed ones', async () => {
    const head = 'Highlight,Book Title,Book Author,Location\n';
    const rows = [
      'The hedge keeps what the wall lets go of.,The Long Field,Maren Voss,12\n',
      'Nobody digs the same well twice.,The Well,Antoine Vial,40\n',
    ];
    const { file, to } = fileOf('readwise.csv', head + rows.join(''));
    await runImport(file, '--to', to);
    const corrected = join(to, 'quotes/nobody-digs-the-same-well-twice.md');
    const mine = readFileSync(corrected, 'utf8').replace('The Well', 'The Wells');
    writeFileSync(corrected, mine);
    const changed = rows[0]!.replace('lets go of', 'lets fall');
    writeFileSync(
      file,
      `${head}${changed}${rows[1]!}Salt keeps and salt takes.,The Long Field,Maren Voss,90\n`,
    );
    const { status, stdout, stderr } = await runImport(file, '--to', to);
    expect(status).toBe(0);
    expect(stdout).toContain('quotes/the-hedge-keeps-what-the-wall-lets-go-of.md: text changed');
    expect(stderr).toContain('source: is “The Wells”, but the import has “The Well”');
    expect(readFileSync(corrected, 'utf8')).toBe(mine);
    expect([...readFiles(to).keys()].filter((path) => path.startsWith('quotes/'))).toHaveLength(3);
    expect((await runImport(file, '--to', to)).stdout).toContain('nothing changed');
  });

  test('uses the columns of --columns, and tags as themes', async () => {
    const { file, to } = fileOf(
      't.csv',
      'Wisdom,Where,Labels\nA hedge is a wall.,Field,"wall, x"\n',
    );
    const missing = await runImport(file, '--to', to);
    expect([missing.status, existsSync(to)]).toEqual([1, false]);
    expect(missing.stderr).toMatch(/t\.csv:1: quote has no column among `Wisdom, Where, Labels`/u);
    const args = ['--columns', 'Wisdom=quote,Where=source', '--tags', 'theme'];
    expect((await runImport(file, '--to', to, ...args)).status).toBe(0);
    expect(readFiles(to).get('quotes/wall.md')).toContain('theme: wall\nsource: Field\n');
  });

  test('lists a line once for equal notices', async () => {
    const { file, to } = fileOf('quotes.json', '["", "", "A hedge is a wall."]');
    const { stdout } = await runImport(file, '--to', to);
    expect(stdout).toContain('quote left out: empty (line 1)\n');
  });

  test('reads a file in the format of --format', async () => {
    const { file, to } = fileOf('list.md', '“A hedge is a wall.” — Maren Voss\n');
    const { stdout } = await runImport(file, '--to', to, '--format', 'list');
    expect(stdout).toContain('list.md: read as a list of quotes (as asked)');
    expect(readFiles(to).get('collection.yaml')).toContain('person: Maren Voss');
  });

  test('imports thousands of highlights, and reports near-duplicates', async () => {
    const word = (seed: number) => ((seed * 7919) % 46_656).toString(36);
    const rows = Array.from({ length: 4000 }, (_, row) => {
      const words = Array.from({ length: 20 }, (_, at) => word(row * 20 + at));
      return `${words.join(' ')},Book ${row % 130},Author ${row % 90},${row}`;
    });
    const alike = `${rows[0]!.split(',')[0]!} and more,Book 1,Author 1,9`;
    const head = 'Highlight,Book Title,Book Author,Location';
    const { file, to } = fileOf('big.csv', [head, ...rows, alike].join('\n'));
    const { status, stdout, stderr } = await runImport(file, '--to', to);
    expect(status).toBe(0);
    expect(stdout).toContain('4001 quotes: written to');
    expect(stderr).toMatch(/warning: body: is contained in quotes\//u);
  }, 60_000);

  test('reports a file that does not exist or is not text', async () => {
    const { folder, to } = notes(clean);
    const missing = await runImport(join(folder, 'other.txt'), '--to', to);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('other.txt: no such file');
    const { file } = fileOf('a.docx', Buffer.from('PK\x03\x04rest'));
    expect((await runImport(file, '--to', to)).stderr).toContain('a.docx: is not a text file');
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect((await runImport(empty, '--to', to)).stderr).toContain('has no Markdown files');
    expect(existsSync(to)).toBe(false);
  });

  test('reports a folder that cannot be created', async () => {
    const { folder, file } = notes(clean);
    const { status, stderr } = await runImport(file, '--to', join(file, 'made'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^E[A-Z]+: .*notes\.txt.*\n$/u);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test.runIf(existsSync('/proc/self'))('fails if the system cannot create folders', async () => {
    const { file } = notes(clean);
    const { status, stderr } = await runImport(file, '--to', '/proc/made/here');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^E[A-Z]+: .*\/proc\/made/u)]);
  });

  // Runs in its own process, because a signal would end the tests.
  test('is not interrupted by a signal', async () => {
    const { folder, file, to } = notes(many('one'));
    await runImport(file, '--to', to);
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
  }, 60_000);

  test.each([
    ['no file', ['--to', 'x'], 'Missing argument: the file or folder to import.'],
    ['no folder', ['notes.txt'], 'Missing option: --to DIR'],
    ['two files', ['a.txt', 'b.txt', '--to', 'x'], 'Unexpected argument: b.txt.'],
    ['an unknown option', ['--into', 'x'], "Unknown option '--into'"],
    ['a wrong language', ['a.txt', '--to', 'x', '--lang', 'x_1'], '--lang is not a language tag.'],
    ['an empty person', ['a.txt', '--to', 'x', '--person', ''], '--person is empty.'],
    [
      'an unknown format',
      [seedFile, '--to', 'x', '--format', 'y'],
      '--format must be one of kindle,',
    ],
    ['a column without a field', ['a', '--to', 'x', '--columns', 'a=b'], 'NAME=FIELD'],
    ['tags for something else', ['a', '--to', 'x', '--tags', 'part'], '--tags must be theme'],
  ])('prints its usage for %s', async (_, args, message) => {
    const { status, stdout, stderr } = await runImport(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run import');
  });
});
