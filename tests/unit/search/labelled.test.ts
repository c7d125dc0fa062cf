import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCollection } from '../../../src/loader/load.ts';
import { searchData } from '../../../src/search/documents.ts';
import { createEngine } from './at-once.ts';
import { manyScripts, seed } from './seed.ts';

interface Labelled {
  q: string;
  first?: string | string[];
  top3?: string | string[];
  nothing?: true;
}

// Kinds whose labels are a reader's judgement of the best answer.
const judged = ['half-remembered', 'stopwords-mixed'];
const absent = ['nonsense', 'off-topic', 'absent'];

// Kinds of queries on quotes in many scripts.
const ofManyScripts = ['other-scripts', 'symbols'];

const engine = createEngine(seed());
const engineOfManyScripts = createEngine(manyScripts());

/** Describes a wrong answer; undefined if the answer is right. */
function failure({ q, first, top3, nothing }: Labelled, { search } = engine): string | undefined {
  const ids = search(q).hits.map(({ document }) => document.id);
  const best = ids.slice(0, first === undefined ? 3 : 1);
  const wanted = [first ?? top3 ?? []].flat();
  const isRight = nothing ? ids.length === 0 : best.some((id) => wanted.includes(id));
  return isRight ? undefined : `${q} → ${best.join(', ') || 'nothing'}; not ${wanted.join(' or ')}`;
}

const files = [
  'queries.yaml',
  'queries-held-out.yaml',
  'queries-second-reader.yaml',
  'queries-third-reader.yaml',
];

const groupsOf = (file: string) =>
  Object.entries(
    parse(readFileSync(`tests/fixtures/search/${file}`, 'utf8')) as Record<string, Labelled[]>,
  );

describe.each(files)('in %s', (file) => {
  const groups = groupsOf(file);
  const of = (wanted: (kind: string) => boolean) =>
    groups.filter(([kind]) => wanted(kind)).flatMap(([, queries]) => queries);

  test.each([
    [
      '98 % of the queries with a definite label',
      of((kind) => ![...judged, ...absent].includes(kind)),
      0.98,
    ],
    ['90 % of the half-remembered queries', of((kind) => judged.includes(kind)), 0.9],
  ])('%s are answered correctly', (_, queries, bar) => {
    const failures = queries.flatMap((query) => failure(query) ?? []);
    expect(queries).not.toEqual([]);
    expect(1 - failures.length / queries.length, failures.join('\n')).toBeGreaterThanOrEqual(bar);
  });
});

const freshFiles = ['queries-fresh.yaml', 'queries-fresh-held-out.yaml'];

describe.each(freshFiles)('in %s', (file) => {
  const groups = new Map(groupsOf(file));
  const idsFor = (kind: string) =>
    groups.get(kind)!.map(({ q, first, top3 }) => {
      const { search } = ofManyScripts.includes(kind) ? engineOfManyScripts : engine;
      const wanted = [first ?? top3 ?? []].flat();
      return search(q)
        .hits.slice(0, 5)
        .map(({ document }) => wanted.includes(document.id));
    });

  test.each([
    ['questions', 0.7, 0.92],
    ['extra-words', 0.9, 0.95],
    ['paraphrases', 0.47, 0.6],
    ['names', 0.88, 0.88],
    ['other-scripts', 0.9, 0.9],
    ['symbols', 1, 1],
  ])('%s: the right quote is first for a share of %d, among five for %d', (kind, first, five) => {
    const found = idsFor(kind);
    const shareOf = (right: boolean[]) => right.filter(Boolean).length / found.length;
    expect(shareOf(found.map(([best]) => best === true))).toBeGreaterThanOrEqual(first);
    expect(shareOf(found.map((best) => best.includes(true)))).toBeGreaterThanOrEqual(five);
  });
});

test.each(['pensees', 'faust'])(
  '90 %% of the queries on %s, in another language, are answered correctly',
  (name) => {
    const { collection } = readCollection(`tests/fixtures/collections/${name}`);
    const engineOfName = createEngine(searchData(collection!));
    const queries = groupsOf('foreign-queries.yaml')
      .filter(([kind]) => kind.startsWith(name))
      .flatMap(([, labelled]) => labelled);
    const failures = queries.flatMap((query) => failure(query, engineOfName) ?? []);
    expect(queries).toHaveLength(30);
    expect(1 - failures.length / queries.length, failures.join('\n')).toBeGreaterThanOrEqual(0.9);
  },
);

test('at most 8 % of absent topics and nonsense find anything, and only close matches', () => {
  const queries = [...files, ...freshFiles]
    .flatMap(groupsOf)
    .filter(([kind]) => absent.includes(kind))
    .flatMap(([, labelled]) => labelled);
  const found = queries.map(({ q }) => engine.search(q).hits).filter(({ length }) => length > 0);
  expect(queries.length).toBeGreaterThan(300);
  expect(found.length / queries.length).toBeLessThanOrEqual(0.08);
  expect(found.flat().filter(({ match }) => match !== 'close')).toEqual([]);
});

const questions = [
  'what did he say about …',
  'which quote is about …',
  'where does he mention …',
  'the one with …',
  '… by Ion Stoica',
  'can you remind me of something along the lines of …',
];

test.each(questions)('%s: a query phrased as this question finds the same quotes', (question) => {
  const kinds = ['exact-words', 'one-typo', 'two-typos', 'half-remembered'];
  const groups = groupsOf('queries-third-reader.yaml').filter(([kind]) => kinds.includes(kind));
  const queries = groups
    .flatMap(([, labelled]) => labelled)
    .map((query) => ({ ...query, q: question.replace('…', () => query.q) }));
  const failures = queries.flatMap((query) => failure(query) ?? []);
  expect(queries).not.toEqual([]);
  expect(1 - failures.length / queries.length, failures.join('\n')).toBeGreaterThanOrEqual(0.98);
});
