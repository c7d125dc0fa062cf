import type { SearchData, SearchManifest } from './documents.ts';
import type { SearchOptions } from './engine.ts';
import { fetchJson } from './fetch-json.ts';
import { newestOnly } from './newest.ts';
import type { ServiceResult } from './service.ts';

/** What answers the queries of a page, wherever it runs. */
export interface SearchClient {
  /** In the order of the collection. */
  parts: SearchData['parts'];
  /** The newest query wins: an answer that came too late for it is dropped, and never settles. */
  search: (query: string, options: SearchOptions) => Promise<ServiceResult>;
  /** Calls back whenever answers may have changed because more of the collection has come. */
  onMore: (callback: () => void) => void;
}

// To build the index of 75 quotes takes 5 ms, of 500 11, 1,000 19, 2,000 33, 10,000 190, and four
// times that on a slow phone, where typing is held up by more than 50; a key press takes 3 to 6.
const MOST_ON_MAIN_THREAD = 500;

/** Whether a collection is so large that reading it would hold up the page. */
export function needsWorker({ quotes, shards = [] }: SearchManifest): boolean {
  return shards.length > 0 || quotes.length > MOST_ON_MAIN_THREAD;
}

type Ask = (question: { query: string; options: SearchOptions }) => Promise<ServiceResult>;

const importService = () => import('./service.ts');

async function openHere(
  service: ReturnType<typeof importService>,
  manifest: SearchManifest,
  onMore: () => void,
): Promise<Ask> {
  const { search } = await (await service).openService(manifest, fetchJson, onMore);
  return async ({ query, options }) => search(query, options);
}

async function openThere(manifest: SearchManifest, onMore: () => void): Promise<Ask> {
  const { openWorker } = await import('./worker-service.ts');
  return openWorker(manifest, onMore);
}

/** Fetches data and engine; rejects when either cannot be loaded. */
export async function openClient(source: string): Promise<SearchClient> {
  // Most collections need it, and should not wait for the data before it is fetched.
  const service = importService();
  service.catch(() => undefined);
  const manifest = await fetchJson<SearchManifest>(source);
  const callbacks = new Set<() => void>();
  const onMore = () => callbacks.forEach((callback) => callback());
  const ask = needsWorker(manifest)
    ? // A browser without module workers, or a host that blocks them, searches more slowly.
      await openThere(manifest, onMore).catch(() => openHere(service, manifest, onMore))
    : await openHere(service, manifest, onMore);
  const askNewest = newestOnly(ask);
  return {
    parts: manifest.parts,
    search: (query, options) => askNewest({ query, options }),
    onMore: (callback) => void callbacks.add(callback),
  };
}
