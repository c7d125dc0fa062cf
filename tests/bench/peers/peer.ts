import type { SearchData } from '../../../src/search/documents.ts';

/** A search that the bench runs in Node and in the browser. */
export interface Peer {
  /** Its settings, for the report. */
  options: string;
  /** Indexes the data and returns a function that finds ids, best first, at most ten. */
  open: (data: SearchData) => (query: string) => string[];
}

export const MAX_HITS = 10;
