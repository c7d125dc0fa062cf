import type { SearchData, SearchManifest } from '../../search/documents.ts';
import type { SearchOptions } from '../../search/engine.ts';
import { fetchJson } from './fetch-json.ts';
import type { ServiceResult } from '../../search/service.ts';

/** What answers the queries of a page, wherever it runs. */
export interface SearchClient {
  /** In the order of the collection. */
  parts: SearchData['parts'];
  /** Answers at once where it can; from a worker only the newest query, and never those before it. */
  search: (query: string, options: SearchOptions) => ServiceResult | Promise<ServiceResult>;
  /** Calls back whenever answers may have changed because more of the collection has come. */
  onMore: (callback: () => void) => void;
}

// In the page an answer is in the frame that paints the letter; from a worker it comes one later. Of the key
// presses in Chromium 95 % take at most 14 ms at 20,000 quotes in the page (50 on a processor four times slower)
// and 23 by a worker (44); at 50,000 quotes 21 in the page (62), and 25 by a worker (45).
const MOST_ON_MAIN_THREAD = 20_000;

/** Whether a collection is so large that answering from it would hold up the page. */
export function needsWorker({ quotes, count = quotes.length }: SearchManifest): boolean {
  return count > MOST_ON_MAIN_THREAD;
}

/** Fetches data and engine; rejects when either cannot be loaded. */
export async function openClient(source: string): Promise<SearchClient> {
  // Most collections need it, and should not wait for the data before it is fetched.
  const service = import('../../search/service.ts');
  service.catch(() => undefined);
  const manifest = await fetchJson<SearchManifest>(source);
  const callbacks = new Set<() => void>();
  const onMore = () => callbacks.forEach((callback) => callback());
  const openHere = async () => (await service).openService(manifest, fetchJson, onMore);
  const openThere = async () => (await import('./worker-service.ts')).openWorker(manifest, onMore);
  const { search } = needsWorker(manifest)
    ? // A browser without module workers, or a host that blocks them, searches more slowly.
      await openThere().catch(openHere)
    : await openHere();
  return {
    parts: manifest.parts,
    search,
    onMore: (callback) => void callbacks.add(callback),
  };
}
