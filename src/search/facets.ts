import type { SearchData } from './documents.ts';
import type { ChunkedTask } from './time-slicing.ts';

/** A value of a field and the number of matches that have it. */
export interface FacetCount<Value> {
  value: Value;
  count: number;
}

export interface Facets {
  /** In reading order. */
  parts: FacetCount<number>[];
  /** Most frequent first. */
  sources: FacetCount<string>[];
  people: FacetCount<string>[];
}

/** Rarer values are left out; readers can search for their names. */
const MAX_VALUES = 100;

function createCounter<Value>(values: readonly (Value | undefined)[]) {
  const distinct = [...new Set(values)];
  const positions = new Map(distinct.map((value, position) => [value, position]));
  const positionOf = Int32Array.from(values, (value) => positions.get(value)!);
  return (found: readonly number[]): FacetCount<Value>[] => {
    const counts = new Int32Array(distinct.length);
    for (const quote of found) counts[positionOf[quote]!]!++;
    return distinct
      .flatMap((value, position) =>
        value === undefined || !counts[position] ? [] : [{ value, count: counts[position] }],
      )
      .sort((a, b) => b.count - a.count);
  };
}

/** Returns a function that counts quotes, given by number, by part, source and person. */
export function* buildFacets(data: SearchData): ChunkedTask<(found: readonly number[]) => Facets> {
  const positions = new Map(data.parts.map(({ number }, position) => [number, position]));
  const byPart = createCounter(data.quotes.map(({ part }) => part));
  yield;
  const bySource = createCounter(data.quotes.map(({ source }) => source));
  yield;
  const byPerson = createCounter(data.quotes.map(({ person = data.person }) => person));
  yield;
  return (found) => ({
    parts: byPart(found).sort((a, b) => positions.get(a.value)! - positions.get(b.value)!),
    sources: bySource(found).slice(0, MAX_VALUES),
    people: byPerson(found).slice(0, MAX_VALUES),
  });
}
