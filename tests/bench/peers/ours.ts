import { createEngine } from '../../unit/search/at-once.ts';
import { MOST, type Peer } from './peer.ts';

export const options = 'as the site has it';

export const open: Peer['open'] = (data) => {
  const engine = createEngine(data);
  return (query) => engine.search(query, { limit: MOST }).hits.map(({ document }) => document.id);
};
