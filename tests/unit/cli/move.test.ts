import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { moveCommand } from '../../../src/cli/move.ts';
import { renumberCommand } from '../../../src/cli/renumber.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { readFiles, temporaryFolder, writeFiles } from '../folders.ts';

const config = `title: T
parts:
  - number: 1 # the first
    title: One
    slug: one
  - { number: 2, title: Two, slug: two }
`;
const quote = (part: number, id: string, order?: number) =>
  [
    `quotes/${id}.md`,
    `---\n# ${id}, as it was found\npart: ${part}\n${order === undefined ? '' : `order: ${order}   # here\n`}theme: "${id}"\n---\n\nWords of ${id}.\n`,
  ] as const;

const output: string[] = [];

function folderOf(...files: (readonly [string, string])[]): string {
  const folder = join(temporaryFolder(), 'content');
  writeFiles(folder, [['collection.yaml', config], ...files]);
  vi.stubEnv('CONTENT_DIR', folder);
  output.length = 0;
  const say = (line: string) => void output.push(line);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(say),
    vi.spyOn(console, 'error').mockImplementation(say),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  });
  return folder;
}

const sequence = (folder: string) => readCollection(folder).collection!.quotes.map(({ id }) => id);

/** Returns the files that have changed, with their content. */
function changes(before: Map<string, string>, folder: string): Record<string, string> {
  return Object.fromEntries(
    [...readFiles(folder)].filter(([path, text]) => before.get(path) !== text),
  );
}

test('a quote is moved before another by changing only its order', async () => {
  const folder = folderOf(quote(1, 'a', 10), quote(1, 'b', 20), quote(1, 'c', 30));
  const before = readFiles(folder);
  expect(await moveCommand(['c', '--before', 'b'])).toBe(0);
  expect(sequence(folder)).toEqual(['a', 'c', 'b']);
  expect(changes(before, folder)).toEqual({
    'quotes/c.md': before.get('quotes/c.md')!.replace('order: 30', 'order: 15'),
  });
});

test('a quote without room between two orders changes as few files as possible', async () => {
  const folder = folderOf(quote(1, 'a', 1), quote(1, 'b', 2), quote(1, 'c', 3), quote(2, 'd', 1));
  const before = readFiles(folder);
  expect(await moveCommand(['c', '--after', 'a'])).toBe(0);
  expect(sequence(folder)).toEqual(['a', 'c', 'b', 'd']);
  expect(Object.keys(changes(before, folder))).toEqual(['quotes/b.md']);
});

test('a quote moves into the part of the other, even if it had no order', async () => {
  const folder = folderOf(quote(1, 'a', 1), quote(1, 'b'), quote(2, 'c', 1), quote(2, 'd', 2));
  expect(await moveCommand(['b', '--after', 'd'])).toBe(0);
  expect(sequence(folder)).toEqual(['a', 'c', 'd', 'b']);
  expect(readFiles(folder).get('quotes/b.md')).toContain('part: 2\n');
});

test('a quote without frontmatter can be moved', async () => {
  const folder = folderOf();
  writeFiles(folder, [
    ['collection.yaml', 'title: T\n'],
    ['quotes/a.md', 'One.\n'],
    ['quotes/b.md', 'Two.\n'],
  ]);
  expect(await moveCommand(['b', '--before', 'a'])).toBe(0);
  expect(sequence(folder)).toEqual(['b', 'a']);
  expect(readFiles(folder).get('quotes/b.md')).toBe('---\norder: 10\n---\n\nTwo.\n');
});

test('an invalid move changes nothing', async () => {
  const folder = folderOf(quote(1, 'a', 1), quote(1, 'b', 2));
  const before = readFiles(folder);
  expect(await moveCommand(['a', '--before', 'nowhere'])).toBe(1);
  expect(await moveCommand(['a', '--before', 'a'])).toBe(1);
  expect(output).toEqual([
    'nowhere is not a quote: nothing was changed.',
    'A quote cannot be moved next to itself: nothing was changed.',
  ]);
  expect(changes(before, folder)).toEqual({});
});

test('orders are renumbered with room between them', async () => {
  const folder = folderOf(quote(1, 'a', 1), quote(1, 'b', 2), quote(2, 'c'), quote(2, 'd'));
  expect(await renumberCommand([])).toBe(0);
  expect(readFiles(folder).get('quotes/b.md')).toContain('order: 20   # here');
  expect(readFiles(folder).get('quotes/d.md')).toContain('order: 20');
  expect(sequence(folder)).toEqual(['a', 'b', 'c', 'd']);
});

test('an inserted part gets its number, and the quotes of other parts are updated', async () => {
  const folder = folderOf(quote(1, 'a', 1), quote(2, 'b', 1), quote(9, 'c', 1));
  const middle = '  - { number: 9, title: Between, slug: between }\n  - { number: 2,';
  writeFiles(folder, [['collection.yaml', config.replace('  - { number: 2,', middle)]]);
  expect(await renumberCommand(['--parts'])).toBe(0);
  const { collection } = readCollection(folder);
  expect(
    collection!.parts.map(({ number, slug, quotes }) => [number, slug, quotes[0]!.id]),
  ).toEqual([
    [1, 'one', 'a'],
    [2, 'between', 'c'],
    [3, 'two', 'b'],
  ]);
  expect(readFiles(folder).get('collection.yaml')).toContain('number: 1 # the first');
});

test('two equal orders in a part cause a warning that names the other file', () => {
  const folder = folderOf(quote(1, 'a', 1), quote(1, 'b', 1), quote(2, 'c', 1));
  const { collection, problems } = readCollection(folder);
  expect(collection).toBeDefined();
  expect(problems).toMatchObject([
    {
      rule: 'repeated-order',
      severity: 'warning',
      file: 'quotes/b.md',
      line: 4,
      message: 'is 1, the same as in quotes/a.md.',
    },
  ]);
});
