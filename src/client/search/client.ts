import type { SearchData, SearchManifest } from '../../search/documents.ts';
import type { SearchService } from '../../search/service.ts';
import { fetchJson } from './fetch-json.ts';

/** What answers the queries of a page. */
export interface SearchClient extends SearchService {
  /** In the order of the collection. */
  parts: SearchData['parts'];
  /** Calls back whenever answers may have changed because more of the collection has arrived. */
  onMore: (callback: () => void) => void;
}

/** Fetches data and engine; rejects when either cannot be loaded. */
export async function openClient(source: string): Promise<SearchClient> {
  // The engine does not wait for the data before it is fetched.
  const service = import('../../search/service.ts');
  service.catch(() => undefined);
  const manifest = await fetchJson<SearchManifest>(source);
  const callbacks = new Set<() => void>();
  const { openService } = await service;
  const { search } = await openService(manifest, fetchJson, () =>
    callbacks.forEach((callback) => callback()),
  );
  return {
    parts: manifest.parts,
    search,
    onMore: (callback) => void callbacks.add(callback),
  };
}
