import type { SearchDocument, SearchManifest } from './documents.ts';
import { buildEngine, type Engine, type SearchOptions, type SearchResult } from './engine.ts';
import { inSlices } from './time-slicing.ts';

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
 * Answers as soon as the first quotes have come and are read, and while more are; calls back
 * whenever answers may have changed because more have. Rejects where nothing can be fetched; what
 * failed later is tried again with the next query.
 */
export async function openService(
  { shards = [], ...data }: SearchManifest,
  fetchShard: FetchShard,
  onMore: () => void = () => undefined,
): Promise<SearchService> {
  if (shards.length === 0) return inSlices(buildEngine(data));
  const arrived = new Map<string, SearchDocument[]>();
  const opened = Promise.withResolvers<void>();
  let engine: Engine | undefined;
  let searched = 0;
  let isWhole = false;
  let isFetching = false;
  let isBuilding = false;

  const fetched = () => shards.flatMap((url) => arrived.get(url) ?? []);
  const isEnough = ({ length }: readonly SearchDocument[]) =>
    length > searched && (!isFetching || length >= GROWTH * searched);

  /** Makes larger engines, one after the other, as long as enough has come for another. */
  async function build(): Promise<void> {
    if (isBuilding) return;
    isBuilding = true;
    for (let quotes = fetched(); isEnough(quotes); quotes = fetched()) {
      const isAll = arrived.size === shards.length;
      const isFirst = !engine;
      engine = await inSlices(buildEngine({ ...data, quotes }));
      searched = quotes.length;
      isWhole = isAll;
      if (isFirst) opened.resolve();
      else onMore();
    }
    isBuilding = false;
  }

  async function fetchMissing(): Promise<void> {
    isFetching = true;
    const missing = shards.filter((url) => !arrived.has(url));
    await Promise.allSettled(
      missing.map(async (url) => {
        arrived.set(url, await fetchShard(url));
        await build();
      }),
    );
    isFetching = false;
    if (engine) await build();
    else opened.reject(new Error('None of the quotes could be fetched.'));
  }

  void fetchMissing();
  await opened.promise;
  return {
    search(query, options) {
      const result = engine!.search(query, options);
      if (isWhole) return result;
      if (!isFetching && arrived.size < shards.length) void fetchMissing();
      return { ...result, isPartial: true };
    },
  };
}
