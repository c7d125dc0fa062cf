import type { SearchDocument, SearchManifest } from './documents.ts';
import { createEngine, type Engine, type SearchOptions, type SearchResult } from './engine.ts';

/** An answer from what has come so far. */
export interface ServiceResult extends SearchResult {
  /** Where some of the collection has not come yet. */
  isPartial?: true;
}

export interface SearchService {
  search: (query: string, options: SearchOptions) => ServiceResult;
}

export type FetchShard = (url: string) => Promise<SearchDocument[]>;

// A larger engine is made of all quotes again, so making one for each part would take too long.
const GROWTH = 2;

/**
 * Answers as soon as the first quotes have come; calls back whenever answers may have changed
 * because more have. Rejects where nothing can be fetched; what failed later is tried again with
 * the next query.
 */
export async function openService(
  { shards = [], ...data }: SearchManifest,
  fetchShard: FetchShard,
  onMore: () => void = () => undefined,
): Promise<SearchService> {
  const arrived = new Map<string, SearchDocument[]>();
  let engine: Engine | undefined;
  let searched = 0;
  let isFetching = false;

  function build(): void {
    const quotes = [...data.quotes, ...shards.flatMap((url) => arrived.get(url) ?? [])];
    if (engine && quotes.length === searched) return;
    const isFirst = !engine;
    engine = createEngine({ ...data, quotes });
    searched = quotes.length;
    if (!isFirst) onMore();
  }

  async function fetchOne(url: string): Promise<void> {
    arrived.set(url, await fetchShard(url));
    const count = [...arrived.values()].reduce(
      (sum, { length }) => sum + length,
      data.quotes.length,
    );
    if (count >= GROWTH * searched) build();
  }

  /** Resolves when one shard has come, and rejects when none does. */
  function fetchMissing(): Promise<void> {
    const missing = shards.filter((url) => !arrived.has(url)).map(fetchOne);
    isFetching = true;
    void Promise.allSettled(missing).then(() => {
      isFetching = false;
      if (engine) build();
    });
    return Promise.any(missing);
  }

  if (shards.length === 0 || data.quotes.length > 0) build();
  if (shards.length > 0) {
    const first = fetchMissing();
    if (engine) first.catch(() => undefined);
    else await first;
  }

  return {
    search(query, options) {
      const result = engine!.search(query, options);
      if (arrived.size === shards.length) return result;
      if (!isFetching) fetchMissing().catch(() => undefined);
      return { ...result, isPartial: true };
    },
  };
}
