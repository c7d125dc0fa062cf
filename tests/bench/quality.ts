import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Labelled {
  q: string;
  first?: string | string[];
  top3?: string | string[];
  nothing?: true;
}

/** A query with the quotes that may come first, or none if nothing should be found. */
export interface LabelledQuery {
  query: string;
  wanted: string[];
  kind: string;
  /** Whether it is for the quotes in many scripts. */
  isOfManyScripts: boolean;
}

/** The share of queries of a kind with the right answer first, among five, or with no answer. */
export interface Quality {
  count: number;
  first: number;
  five: number;
  nothing: number;
}

/** The reported kinds, each with a pattern for groups in the fixtures; the first match counts. */
const kinds: [kind: string, groups: RegExp][] = [
  ['absent topics, nonsense', /absent|nonsense|off-topic/u],
  ['questions', /question|stopwords-mixed/u],
  ['one word too many', /extra-words/u],
  ['paraphrases with one stem', /paraphrases/u],
  ['names', /names/u],
  ['other scripts', /other-scripts/u],
  ['symbols, letters, numbers', /symbols/u],
  ['misspelt', /typo/u],
  ['spaces missing or added', /space|joined-split/u],
  ['prefixes', /half-typed/u],
  ['half remembered', /half/u],
  ['other forms of a word', /forms/u],
  ['exact words, phrases, order', /exact|phrase|order|left-out|missing-words|marks|punctuation/u],
  ['theme, source, part, person', /./u],
];

/** Reads the labelled queries of some files. */
export function labelled(files: readonly string[]): LabelledQuery[] {
  return files.flatMap((file) =>
    Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Labelled[]>).flatMap(
      ([group, queries]) => {
        const [kind] = kinds.find(([, groups]) => groups.test(group))!;
        const isOfManyScripts = group === 'other-scripts' || group === 'symbols';
        return queries.map(({ q, first, top3 }) => {
          return { query: q, wanted: [first ?? top3 ?? []].flat(), kind, isOfManyScripts };
        });
      },
    ),
  );
}

/** Judges a search by labelled queries, which run in sequence; returns the quality by kind. */
export async function judge(
  find: (query: LabelledQuery) => string[] | Promise<string[]>,
  queries: readonly LabelledQuery[],
): Promise<Map<string, Quality>> {
  const found = new Map<LabelledQuery, string[]>();
  for (const query of queries) found.set(query, await find(query));
  const byKind = Map.groupBy(queries, ({ kind }) => kind);
  return new Map(
    kinds.flatMap(([kind]) => {
      const ofKind = byKind.get(kind) ?? [];
      const share = (isRight: (ids: string[], wanted: string[]) => boolean) =>
        ofKind.filter((query) => isRight(found.get(query)!, query.wanted)).length / ofKind.length;
      const quality: Quality = {
        count: ofKind.length,
        first: share(([best], wanted) => wanted.includes(best!)),
        five: share((ids, wanted) => ids.slice(0, 5).some((id) => wanted.includes(id))),
        nothing: share((ids) => ids.length === 0),
      };
      return ofKind.length === 0 ? [] : [[kind, quality] as const];
    }),
  );
}
