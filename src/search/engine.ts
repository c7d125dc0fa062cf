import { tokenize } from '../text/tokenize.ts';
import type { SearchData, SearchDocument } from './documents.ts';
import { buildFacets, type Facets } from './facets.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { buildIndex, quoteOf } from './inverted-index.ts';
import { createAdjacency, createPhraseTest } from './proximity.ts';
import { expandQuery, type QueryTerm, suggestSpelling } from './query-expansion.ts';
import { createScoring, isRelevant } from './scoring.ts';
import { CLOSE_THRESHOLD } from './term-dictionary.ts';
import type { ChunkedTask } from './time-slicing.ts';

/** The query as typed; all its words in any order; or only some of them, or similar ones. */
const KINDS = ['phrase', 'words', 'close'] as const;
const CLOSE = 2;
export type MatchKind = (typeof KINDS)[number];

export interface Hit {
  document: SearchDocument;
  match: MatchKind;
}

export interface SearchOptions {
  /** Filters: the part by its printed number, the others by name. */
  part?: number;
  source?: string;
  person?: string;
  /** The maximum number of hits; 60 by default. */
  limit?: number;
}

/** Facets count all matches, regardless of the filters. */
export interface SearchResult extends Facets {
  query: string;
  /** Best first. */
  hits: Hit[];
  /** The number of matches that pass the filters. */
  total: number;
  /** Words of the query, as typed, that no match contains. */
  missing: string[];
  /** The query in the spelling of the quotes, if a word is misspelt and no quote has all words. */
  suggestion?: string;
  highlight: Highlighter;
  /** Set until the whole collection has been loaded. */
  isPartial?: true;
}

export interface Engine {
  search: (query: string, options?: SearchOptions) => SearchResult;
}

// The rest of a query is ignored: people remember less, and Fuse would take seconds.
const MAX_CHARACTERS = 100;

// Limits for an answer within a frame: quotes whose proximity is computed, and quotes with all
// words that are tested for the exact phrase.
const MAX_RERANKED = 120;
const MAX_PHRASE_TESTS = 1000;

// If this many quotes contain all words, close matches are left out.
const ENOUGH_EXACT = 3;

// Weight of the word order; the score of the words is about 1.
const ADJACENCY_WEIGHT = 0.4;

/** Indexes the collection in small steps; the engine then answers within a frame. */
export function* buildEngine(data: SearchData): ChunkedTask<Engine> {
  const { quotes } = data;
  const index = yield* buildIndex(data);
  const score = createScoring(quotes.length);
  const countFacets = yield* buildFacets(data);

  return {
    search(query, { part, source, person, limit = 60 } = {}) {
      const typed = [...query.slice(0, 2 * MAX_CHARACTERS)].slice(0, MAX_CHARACTERS).join('');
      const tokens = tokenize(typed).filter(
        ({ term }) => !isSymbol(term) || index.dictionary.id(term) !== undefined,
      );
      const words = tokens.map(({ term }) => term);
      const terms = expandQuery(index, words, /[\s\p{P}]$/u.test(typed));
      const scores = score(terms);
      const adjacencyOf = createAdjacency(index, terms);

      const hasAll = (quote: number) => scores.exactTerms[quote] === scores.requiredTerms;
      const exact = scores.quotes.filter(hasAll);
      const rest = exact.length < ENOUGH_EXACT ? scores.quotes.filter((it) => !hasAll(it)) : [];
      const close = top(rest, (quote) => scores.evidence[quote]!, MAX_RERANKED).filter((quote) =>
        isRelevant(scores, quote, adjacencyOf(quote).weight),
      );
      const matches = exact.concat(close);
      const filtered = matches.filter((quote) => {
        const document = quotes[quote]!;
        return (
          (part === undefined || document.part === part) &&
          (source === undefined || document.source === source) &&
          (person === undefined || (document.person ?? data.person) === person)
        );
      });

      const isPhrase = createPhraseTest(index, terms);
      const phrases = new Set(
        top(exact, (quote) => scores.score[quote]!, MAX_PHRASE_TESTS).filter(isPhrase),
      );
      const kindOf = (quote: number) => (!hasAll(quote) ? CLOSE : phrases.has(quote) ? 0 : 1);
      const baseScore = (quote: number) => scores.score[quote]! - 10 * kindOf(quote);
      const rank = (quote: number) =>
        baseScore(quote) + ADJACENCY_WEIGHT * adjacencyOf(quote).ratio;
      const hits = top(top(filtered, baseScore, Math.max(limit, MAX_RERANKED)), rank, limit).map(
        (quote): Hit => ({ document: quotes[quote]!, match: KINDS[kindOf(quote)] }),
      );
      const missing = exact.length > 0 ? [] : missingTerms(terms, close);
      const suggestion = exact.length > 0 ? undefined : suggestSpelling(terms, index);
      return {
        query,
        hits,
        total: filtered.length,
        missing: missing.map((term) => typed.slice(tokens[term]!.start, tokens[term]!.end)),
        ...countFacets(matches),
        suggestion,
        highlight: createHighlighter(terms, index.dictionary.terms),
      };
    },
  };
}

// Such as an operator of other search engines; it is ignored unless a quote contains it.
const isSymbol = (term: string) => !/[\p{L}\p{N}]/u.test(term);

/** Returns the positions of the content words that none of the quotes contains. */
function missingTerms(terms: readonly QueryTerm[], quotes: readonly number[]): number[] {
  if (quotes.length === 0) return [];
  const found = new Set(quotes);
  return terms.flatMap(({ isContentWord, expansions }, term) => {
    const isFound = expansions.some(
      ({ similarity, postings }) =>
        similarity >= CLOSE_THRESHOLD && postings.some((posting) => found.has(quoteOf(posting))),
    );
    return isFound || !isContentWord ? [] : [term];
  });
}

/** Selects the quotes with the highest values without sorting all; ties stay in reading order. */
function top(
  quotes: readonly number[],
  valueOf: (quote: number) => number,
  count: number,
): number[] {
  let best: { quote: number; value: number }[] = [];
  const truncate = () => {
    best = best.sort((a, b) => b.value - a.value || a.quote - b.quote).slice(0, count);
  };
  let minimum = -Infinity;
  for (const quote of quotes) {
    const value = valueOf(quote);
    if (value > minimum) best.push({ quote, value });
    if (best.length < 4 * count + 4) continue;
    truncate();
    minimum = best.at(-1)?.value ?? Infinity;
  }
  truncate();
  return best.map(({ quote }) => quote);
}
