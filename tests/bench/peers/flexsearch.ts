import { Charset, Document } from 'flexsearch';
import { MAX_HITS, type Peer } from './peer.ts';

export const options =
  '`tokenize: "forward"` (prefixes), `encoder: Charset.LatinBalance` (phonetic), `suggest: true`';

export const open: Peer['open'] = ({ quotes }) => {
  const index = new Document({
    tokenize: 'forward',
    encoder: Charset.LatinBalance,
    document: { id: 'id', index: ['theme', 'text', 'source'] },
  });
  for (const { id, theme = '', text, source = '' } of quotes)
    index.add({ id, theme, text, source });
  return (query) =>
    index
      .search(query, { limit: MAX_HITS, suggest: true, merge: true })
      .map(({ id }) => String(id));
};
