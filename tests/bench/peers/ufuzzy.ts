import UFuzzy from '@leeoniya/ufuzzy';
import { MOST, type Peer } from './peer.ts';

// As its documentation has it: words in any order up to five, ranked up to a thousand finds.
const OUT_OF_ORDER = 5;
const RANKED = 1000;

export const options = '`intraMode: 1` (one error a word), words out of order, latinized';

export const open: Peer['open'] = ({ quotes }) => {
  const fuzzy = new UFuzzy({ intraMode: 1 });
  const haystack = UFuzzy.latinize(
    quotes.map(({ theme, text, source }) => `${theme} ${text} ${source}`),
  );
  return (query) => {
    const [found, info, order] = fuzzy.search(haystack, query, OUT_OF_ORDER, RANKED);
    const ranked = order && info ? order.map((place) => info.idx[place]!) : (found ?? []);
    return ranked.slice(0, MOST).map((place) => quotes[place]!.id);
  };
};
