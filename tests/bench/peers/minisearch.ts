import MiniSearch from 'minisearch';
import type { SearchDocument } from '../../../src/search/documents.ts';
import { MAX_HITS, type Peer } from './peer.ts';

export const options = '`prefix: true, fuzzy: 0.2, boost: { theme: 2 }`, the example in its README';

export const open: Peer['open'] = ({ quotes }) => {
  const index = new MiniSearch<SearchDocument>({
    fields: ['theme', 'text', 'source'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { theme: 2 } },
  });
  index.addAll(quotes);
  return (query) =>
    index
      .search(query)
      .slice(0, MAX_HITS)
      .map(({ id }) => id);
};
