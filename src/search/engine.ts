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

/** The words as they were typed, or all of them somewhere, or enough of them, or nearly. */
const KINDS = ['phrase', 'words', 'close'] as const;
const CLOSE = 2;
export type MatchKind = (typeof KINDS)[number];

export interface Hit {
  document: SearchDocument;
  match: MatchKind;
}

export interface SearchOptions {
  /** The only part, source or person to be shown: the part by its printed number, the others by name. */
  part?: number;
  source?: string;
  person?: string;
  /** Of hits; by default 60. */
  limit?: number;
}

/** Facets count all matches, whatever part, source and person are shown. */
export interface SearchResult extends Facets {
  query: string;
  /** The best first. */
  hits: Hit[];
  /** Of all matches that are shown. */
  total: number;
  /** Words of the query, as typed, that none of the matches has. */
  missing: string[];
  /** The query as the quotes spell it, where only close matches were found and it helps. */
  suggestion?: string;
  /** Finds in a text what matched. */
  highlight: Highlighter;
  /** Where some of the collection has not arrived yet. */
  isPartial?: true;
}

export interface Engine {
  search: (query: string, options?: SearchOptions) => SearchResult;
}

// People remember less, and Fuse would take seconds over more.
const MAX_CHARACTERS = 100;

// Quotes whose proximity is read; reading all of them would take too long.
const MAX_RERANKED = 120;

// Of many quotes with all words, those that are read for the phrase; more would take too long.
const MAX_PHRASE_TESTS = 1000;

// Where so many quotes hold all words, none of the others is meant.
const ENOUGH = 3;

// What order adds to the score of the words, which is about 1.
const ADJACENCY_WEIGHT = 0.4;

/** Indexes the collection once, in steps, and then answers within a frame. */
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
      const all = scores.quotes.filter(hasAll);
      const rest = all.length >= ENOUGH ? [] : scores.quotes.filter((quote) => !hasAll(quote));
      const close = top(rest, (quote) => scores.evidence[quote]!, MAX_RERANKED).filter((quote) =>
        isRelevant(scores, quote, adjacencyOf(quote).weight),
      );
      const found = all.concat(close);
      const shown = found.filter((quote) => {
        const document = quotes[quote]!;
        return (
          (part === undefined || document.part === part) &&
          (source === undefined || document.source === source) &&
          (person === undefined || (document.person ?? data.person) === person)
        );
      });

      const isPhrase = createPhraseTest(index, terms);
      const phrases = new Set(
        top(all, (quote) => scores.score[quote]!, MAX_PHRASE_TESTS).filter(isPhrase),
      );
      const kindOf = (quote: number) => (!hasAll(quote) ? CLOSE : phrases.has(quote) ? 0 : 1);
      const baseScore = (quote: number) => scores.score[quote]! - 10 * kindOf(quote);
      const rank = (quote: number) =>
        baseScore(quote) + ADJACENCY_WEIGHT * adjacencyOf(quote).share;
      const hits = top(top(shown, baseScore, Math.max(limit, MAX_RERANKED)), rank, limit).map(
        (quote): Hit => ({ document: quotes[quote]!, match: KINDS[kindOf(quote)] }),
      );
      const missing = all.length > 0 ? [] : missingTerms(terms, close);
      const suggestion = all.length > 0 ? undefined : suggestSpelling(terms, index);
      return {
        query,
        hits,
        total: shown.length,
        missing: missing.map((term) => typed.slice(tokens[term]!.start, tokens[term]!.end)),
        ...countFacets(found),
        suggestion,
        highlight: createHighlighter(terms, index.dictionary.terms),
      };
    },
  };
}

// Operators of other searches; those that no quote contains are ignored.
const isSymbol = (term: string) => !/[\p{L}\p{N}]/u.test(term);

/** Which content words none of some quotes has. */
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

/** Of quotes in reading order those with the highest values, of equal ones the first, without sorting all. */
function top(
  quotes: readonly number[],
  valueOf: (quote: number) => number,
  count: number,
): number[] {
  let kept: { quote: number; value: number }[] = [];
  const cut = () => {
    kept = kept.sort((a, b) => b.value - a.value || a.quote - b.quote).slice(0, count);
  };
  let minimum = -Infinity;
  for (const quote of quotes) {
    const value = valueOf(quote);
    if (value > minimum) kept.push({ quote, value });
    if (kept.length < 4 * count + 4) continue;
    cut();
    minimum = kept.at(-1)?.value ?? Infinity;
  }
  cut();
  return kept.map(({ quote }) => quote);
}
