import UFuzzy from '@leeoniya/ufuzzy';
import { MAX_HITS, type Peer } from './peer.ts';

// From its documentation: up to five words in any order, and ranking for up to a thousand matches.
const OUT_OF_ORDER = 5;
const RANKED = 1000;

export const options = '`intraMode: 1` (one error per word), words out of order, latinized';

export const open: Peer['open'] = ({ quotes }) => {
  const fuzzy = new UFuzzy({ intraMode: 1 });
  const haystack = UFuzzy.latinize(
    quotes.map(({ theme, text, source }) => `${theme} ${text} ${source}`),
  );
  return (query) => {
    const [found, info, order] = fuzzy.search(haystack, query, OUT_OF_ORDER, RANKED);
    const ranked = order && info ? order.map((index) => info.idx[index]!) : (found ?? []);
    return ranked.slice(0, MAX_HITS).map((index) => quotes[index]!.id);
  };
};
