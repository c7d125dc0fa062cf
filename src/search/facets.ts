import type { SearchData } from './documents.ts';

export interface Facets {
  /** In the order of the parts. */
  parts: { number: number; count: number }[];
  /** The most frequent first, and of many no more than a reader looks through. */
  sources: { name: string; count: number }[];
}

/** Sources that are offered; a rarer one is found by its name. */
const MOST_SOURCES = 100;

/** Prepares counting quotes, given by number, by part and by source; what no quote has is left out. */
export function createFacets({ parts, quotes }: SearchData): (found: readonly number[]) => Facets {
  const places = new Map(parts.map(({ number }, place) => [number, place]));
  const sources = new Map<string, number>();
  for (const { source } of quotes) {
    if (source !== undefined && !sources.has(source)) sources.set(source, sources.size);
  }
  const partOf = quotes.map(({ part }) => places.get(part ?? -1) ?? -1);
  const sourceOf = quotes.map(({ source }) => sources.get(source ?? '') ?? -1);
  const names = [...sources.keys()];

  return (found) => {
    const byPart = new Array<number>(parts.length).fill(0);
    const bySource = new Array<number>(names.length).fill(0);
    for (const quote of found) {
      const [part, source] = [partOf[quote]!, sourceOf[quote]!];
      if (part >= 0) byPart[part]!++;
      if (source >= 0) bySource[source]!++;
    }
    return {
      parts: parts
        .map(({ number }, place) => ({ number, count: byPart[place]! }))
        .filter(({ count }) => count > 0),
      sources: names
        .map((name, place) => ({ name, count: bySource[place]! }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .slice(0, MOST_SOURCES),
    };
  };
}
