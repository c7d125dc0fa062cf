import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Labelled {
  q: string;
  first?: string | string[];
  top3?: string | string[];
  nothing?: true;
}

export interface Quality {
  /** Shares of the queries that mean a quote, for which it came first or among the first five. */
  first: number;
  five: number;
  /** Share of the nonsense for which anything came. */
  falseFinds: number;
}

/** The labelled queries of all kinds. */
export function labelled(files: readonly string[]): Labelled[] {
  return files.flatMap((file) =>
    Object.values(parse(readFileSync(file, 'utf8')) as Record<string, Labelled[]>).flat(),
  );
}

/** Judges a search by the labelled queries, asked one after another. */
export async function judge(
  find: (query: string) => string[] | Promise<string[]>,
  queries: readonly Labelled[],
): Promise<Quality> {
  let [first, five, falseFinds, meant] = [0, 0, 0, 0];
  for (const { q, nothing, ...label } of queries) {
    const ids = await find(q);
    if (nothing) {
      if (ids.length > 0) falseFinds++;
      continue;
    }
    const wanted = [label.first ?? label.top3 ?? []].flat();
    meant++;
    if (wanted.includes(ids[0]!)) first++;
    if (ids.slice(0, 5).some((id) => wanted.includes(id))) five++;
  }
  return {
    first: first / meant,
    five: five / meant,
    falseFinds: falseFinds / (queries.length - meant),
  };
}
