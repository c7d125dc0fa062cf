import Fuse from 'fuse.js';
import { MOST, type Peer } from './peer.ts';

export const options = '`keys: [theme, text, source]`, and else its defaults';

export const open: Peer['open'] = ({ quotes }) => {
  const fuse = new Fuse(quotes, { keys: ['theme', 'text', 'source'] });
  return (query) => fuse.search(query, { limit: MOST }).map(({ item }) => item.id);
};
