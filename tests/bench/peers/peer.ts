import type { SearchData } from '../../../src/search/documents.ts';

/** A search as the bench runs it, in Node and in the browser. */
export interface Peer {
  /** How it is set up, for the report. */
  options: string;
  /** Makes it ready; it then says the ids of what it finds, the best first and ten at most. */
  open: (data: SearchData) => (query: string) => string[];
}

export const MOST = 10;
