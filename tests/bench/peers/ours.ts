import { createEngine } from '../../unit/search/at-once.ts';
import { MAX_HITS, type Peer } from './peer.ts';

export const options = 'as on the site';

export const open: Peer['open'] = (data) => {
  const engine = createEngine(data);
  return (query) =>
    engine.search(query, { limit: MAX_HITS }).hits.map(({ document }) => document.id);
};
