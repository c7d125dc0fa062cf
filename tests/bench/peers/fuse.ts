import Fuse from 'fuse.js';
import { MAX_HITS, type Peer } from './peer.ts';

export const options = '`keys: [theme, text, source]`, otherwise its defaults';

export const open: Peer['open'] = ({ quotes }) => {
  const fuse = new Fuse(quotes, { keys: ['theme', 'text', 'source'] });
  return (query) => fuse.search(query, { limit: MAX_HITS }).map(({ item }) => item.id);
};
