import Fuse from 'fuse.js';
import { FIELD_END, FIELDS, type Field, type Passages } from './inverted-index.ts';
import type { Term } from './query-expansion.ts';

// The title of the part is the same for many quotes and does not rank them.
const KEYS: { name: Field; weight: number }[] = [
  { name: 'text', weight: 0.6 },
  { name: 'theme', weight: 0.3 },
  { name: 'source', weight: 0.1 },
];

// More errors in a word, as a share of its letters, are another word.
const THRESHOLD = 0.3;

/** Says how well quotes answer a query, each from 0 to 1. */
export type Ranking = (quotes: readonly number[], terms: readonly Term[]) => number[];

/** Prepares Fuse, which searches the quotes' own spelling of the query. */
export function createRanking({ all, vocabulary }: Passages): Ranking {
  const written = (words: readonly number[]) =>
    words.map((word) => vocabulary.words[word]).join(' ');
  // Folded words have neither case nor accents nor punctuation, so Fuse need not look for them.
  const documents = new Map<number, Partial<Record<Field, string>>>();
  const documentOf = (quote: number) => {
    let document = documents.get(quote);
    if (!document) {
      document = {};
      let start = 0;
      for (const field of FIELDS) {
        const end = all[quote]!.indexOf(FIELD_END, start);
        document[field] = written(all[quote]!.slice(start, end));
        start = end + 1;
      }
      documents.set(quote, document);
    }
    return document;
  };

  return (quotes, terms) => {
    const fuse = new Fuse(quotes.map(documentOf), {
      keys: KEYS,
      useTokenSearch: true,
      tokenize: (text) => text.split(' '),
      isCaseSensitive: true,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      threshold: THRESHOLD,
      includeScore: true,
      shouldSort: false,
    });
    const query = terms.map(({ word, meanings: [likest] }) =>
      likest ? written(likest.words) : word,
    );
    const scores = quotes.map(() => 0);
    for (const { refIndex, score } of fuse.search(query.join(' '))) {
      scores[refIndex] = 1 - (score ?? 1);
    }
    return scores;
  };
}
