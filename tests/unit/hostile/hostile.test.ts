import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { hostileFile } from './arbitrary.ts';
import { hostileCases, validFiles, type HostileCase } from './cases.ts';

function read({ path, content }: Pick<HostileCase, 'path' | 'content'>) {
  const folder = temporaryFolder();
  writeFiles(folder, Object.entries({ ...validFiles, [path]: content }));
  return readCollection(folder);
}

const errorsOf = ({ problems }: ReturnType<typeof readCollection>) =>
  problems.filter(({ severity }) => severity === 'error');

describe('hostile content that is rejected', () => {
  const cases = hostileCases.filter(({ refused }) => refused);

  test.each(cases)('$kind: $name, with file, field and line', ({ refused, ...hostile }) => {
    const { collection, problems } = read(hostile);
    expect(collection).toBeUndefined();
    const [first] = errorsOf({ problems, entries: [], files: new Map(), ownPages: [] });
    expect(first).toMatchObject({ ...refused, file: hostile.path });
    const message = formatProblem(first!);
    // eslint-disable-next-line no-control-regex -- characters that control a terminal
    expect(message).not.toMatch(/[\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/u);
  });
});

describe('hostile content that is inert', () => {
  const cases = hostileCases.filter(({ inert }) => inert);

  test.each(cases)('$kind: $name, as plain text', ({ inert, ...hostile }) => {
    const loaded = read(hostile);
    expect(errorsOf(loaded)).toEqual([]);
    const entry = loaded.entries.find(({ id }) => id !== 'sound');
    expect(entry).toMatchObject(inert!);
  });

  test(
    'has unique slugs in one collection, none of which is a route or too long',
    { timeout: 120_000 },
    () => {
      const folder = temporaryFolder();
      writeFiles(folder, Object.entries(validFiles));
      writeFiles(
        folder,
        cases.map(({ path, content }) => [path, content] as const),
      );
      const loaded = readCollection(folder);
      expect(errorsOf(loaded)).toEqual([]);
      for (const groups of [loaded.collection!.themes, loaded.collection!.sources]) {
        const slugs = groups.map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(slugs.length);
        for (const slug of slugs)
          expect(slug).toMatch(/^(?!(?:index|page|nul)$)[a-z0-9-]{1,100}$/u);
      }
      expect(loaded.collection!.quotes).toHaveLength(cases.length + 1);
    },
  );
});

test('any file is accepted, or rejected with errors that name it', () => {
  const path = 'quotes/any.md';
  fc.assert(
    fc.property(hostileFile, (content) => {
      const loaded = read({ path, content });
      const named = errorsOf(loaded).map(({ file }) => file);
      expect(new Set(named)).toEqual(new Set(loaded.collection ? [] : [path]));
    }),
    { numRuns: 200 },
  );
});

test('there are at least 100 cases and every kind', () => {
  const kinds = Map.groupBy(hostileCases, ({ kind }) => kind);
  expect(hostileCases.length).toBeGreaterThanOrEqual(100);
  expect([...kinds.keys()]).toEqual([
    'breakouts',
    'encodings',
    'markup',
    'names',
    'sizes',
    'urls',
    'yaml',
  ]);
});
