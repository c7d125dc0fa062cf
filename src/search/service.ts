import type { SearchDocument, SearchManifest } from './documents.ts';
import { buildEngine, type Engine } from './engine.ts';
import { runInSlices } from './time-slicing.ts';

// An engine indexes all quotes, so it is rebuilt only when their number has doubled and at the end.
const GROWTH = 2;

/**
 * Resolves when the first quotes are indexed, and calls `onMore` whenever more are. Rejects if
 * nothing can be fetched. Shards that fail are fetched again with the next query.
 */
export async function openService(
  { shards = [], ...data }: SearchManifest,
  fetchShard: (url: string) => Promise<SearchDocument[]>,
  onMore: () => void = () => undefined,
): Promise<Engine> {
  if (shards.length === 0) return runInSlices(buildEngine(data));
  const arrived = new Map<string, SearchDocument[]>();
  const opened = Promise.withResolvers<void>();
  let engine: Engine | undefined;
  let indexed = 0;
  let pending = 0;
  let building = Promise.resolve();

  async function build(): Promise<void> {
    const quotes = shards.flatMap((url) => arrived.get(url) ?? []);
    if (quotes.length === indexed || (pending > 0 && quotes.length < GROWTH * indexed)) return;
    engine = await runInSlices(buildEngine({ ...data, quotes }));
    if (indexed === 0) opened.resolve();
    else onMore();
    indexed = quotes.length;
  }

  async function fetchMissing(): Promise<void> {
    const missing = shards.filter((url) => !arrived.has(url));
    pending = missing.length;
    const fetchOne = async (url: string) => {
      const quotes = await fetchShard(url).catch(() => undefined);
      if (quotes) arrived.set(url, quotes);
      pending--;
      building = building.then(build);
      await building;
    };
    await Promise.all(missing.map(fetchOne));
    if (!engine) opened.reject(new Error('None of the quotes could be fetched.'));
  }

  void fetchMissing();
  await opened.promise;
  return {
    search(query, options) {
      const result = engine!.search(query, options);
      const isComplete = indexed === data.count && arrived.size === shards.length;
      if (!isComplete && pending === 0 && arrived.size < shards.length) void fetchMissing();
      return isComplete ? result : { ...result, isPartial: true };
    },
  };
}
