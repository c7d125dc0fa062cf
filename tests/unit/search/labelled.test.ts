import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createEngine } from './at-once.ts';
import { seed } from './seed.ts';

interface Labelled {
  q: string;
  first?: string | string[];
  top3?: string | string[];
  nothing?: true;
}

// Labels that are the best answer by a reader's judgement.
const judged = ['half-remembered', 'stopwords-mixed'];
const absent = ['nonsense', 'off-topic'];

const engine = createEngine(seed());

/** What a query brought instead of what its label wants, if so. */
function failure({ q, first, top3, nothing }: Labelled): string | undefined {
  const ids = engine.search(q).hits.map(({ document }) => document.id);
  const best = ids.slice(0, first === undefined ? 3 : 1);
  const wanted = [first ?? top3 ?? []].flat();
  const right = nothing ? ids.length === 0 : best.some((id) => wanted.includes(id));
  return right ? undefined : `${q} → ${best.join(', ') || 'nothing'}; not ${wanted.join(' or ')}`;
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

describe.each(files)('of the queries in %s', (file) => {
  const groups = groupsOf(file);
  const of = (wanted: (kind: string) => boolean) =>
    groups.filter(([kind]) => wanted(kind)).flatMap(([, queries]) => queries);

  test.each([
    ['98 % with a firm label', of((kind) => ![...judged, ...absent].includes(kind)), 0.98],
    ['90 % of the half-remembered', of((kind) => judged.includes(kind)), 0.9],
    ['all of what is not there', of((kind) => absent.includes(kind)), 1],
  ])('%s are answered rightly', (_, queries, bar) => {
    const failures = queries.flatMap((query) => failure(query) ?? []);
    expect(queries).not.toEqual([]);
    expect(1 - failures.length / queries.length, failures.join('\n')).toBeGreaterThanOrEqual(bar);
  });
});

const questions = [
  'what did he say about …',
  'which quote is about …',
  'where does he mention …',
  'the one with …',
  '… by Ion Stoica',
  'can you remind me of something along the lines of …',
];

test.each(questions)('%s: a question around a query finds what the query finds', (question) => {
  const kinds = ['exact-words', 'one-typo', 'two-typos', 'half-remembered'];
  const groups = groupsOf('queries-third-reader.yaml').filter(([kind]) => kinds.includes(kind));
  const asked = groups
    .flatMap(([, queries]) => queries)
    .map((query) => ({ ...query, q: question.replace('…', () => query.q) }));
  const failures = asked.flatMap((query) => failure(query) ?? []);
  expect(asked).not.toEqual([]);
  expect(1 - failures.length / asked.length, failures.join('\n')).toBeGreaterThanOrEqual(0.98);
});
