import type { SearchData } from './documents.ts';
import type { SearchOptions, SearchResult } from './engine.ts';

/** What answers the queries of a page, wherever it runs. */
export interface SearchClient {
  /** In the order of the collection. */
  parts: SearchData['parts'];
  search: (query: string, options: SearchOptions) => Promise<SearchResult>;
}

/** Fetches data and engine; rejects when either cannot be loaded. */
export async function openClient(source: string): Promise<SearchClient> {
  const [{ createEngine }, data] = await Promise.all([
    import('./engine.ts'),
    fetch(source).then((response): Promise<SearchData> => {
      if (!response.ok) throw new Error(`${response.status} ${source}`);
      return response.json();
    }),
  ]);
  const engine = createEngine(data);
  return {
    parts: data.parts,
    search: (query, options) => Promise.resolve(engine.search(query, options)),
  };
}
