import { isClose, LEAST_EVIDENCE } from './relevance-threshold.ts';
import type { SearchData, SearchDocument } from './documents.ts';
import { createFacets, type Facets } from './facets.ts';
import { words as wordsOf } from '../text/tokenize.ts';
import { createGathering } from './scoring.ts';
import { readPassages } from './inverted-index.ts';
import { createRanking } from './rerank.ts';
import { createReading } from './proximity.ts';
import type { Steps } from './time-slicing.ts';
import { spellingOf } from './suggestion.ts';
import { readTerms, type Term } from './query-expansion.ts';

/** The words as they were typed, or all of them somewhere, or enough of them, or nearly. */
const KINDS = ['phrase', 'words', 'close'] as const;
export type MatchKind = (typeof KINDS)[number];

export interface Hit {
  document: SearchDocument;
  match: MatchKind;
}

export interface SearchOptions {
  /** The printed number of the only part to be shown. */
  part?: number;
  /** The name of the only source to be shown. */
  source?: string;
  /** Of hits; by default 60. */
  limit?: number;
}

/** `parts` and `sources` count all matches, whatever part and source are shown. */
export interface SearchResult extends Facets {
  query: string;
  /** What was searched, as `highlighting` takes it. */
  words: string[];
  /** The best first. */
  hits: Hit[];
  /** Of all matches in the part and source that are shown. */
  total: number;
  /** The query as the quotes spell it, where nothing but close matches was found and it helps. */
  suggestion?: string;
}

export interface Engine {
  search: (query: string, options?: SearchOptions) => SearchResult;
}

// People remember less, and Fuse would take seconds over more.
const MOST_CHARACTERS = 100;

// A character is at most two units.
const MOST_UNITS = 2 * MOST_CHARACTERS;

// Fuse takes its time, so it ranks the best candidates only; more of them answer no labelled query better.
const RANKED = 20;

// Reading takes less time, but also too much for all quotes.
const READ = 120;

// Where so many quotes hold all words, none of the others is meant.
const ENOUGH = 3;

// What order, theme and Fuse add to the relevance of the words, which is about 1.
const ORDER = 0.4;
const THEME = 0.25;
const FUSE = 0.6;

interface Match {
  quote: number;
  /** Place in `KINDS`. */
  kind: number;
  relevance: number;
}

const byRank = (a: Match, b: Match) =>
  a.kind - b.kind || b.relevance - a.relevance || a.quote - b.quote;

/** Reads the collection once, in steps, and then answers within a frame even for 20,000 quotes. */
export function* buildEngine(data: SearchData): Steps<Engine> {
  const { quotes } = data;
  const passages = yield* readPassages(data);
  const gather = createGathering(passages);
  const rank = createRanking(passages);
  const count = createFacets(data);

  function rankWithFuse(matches: readonly Match[], terms: readonly Term[]): Match[] {
    const candidates = matches.slice(0, RANKED);
    const scores = rank(
      candidates.map(({ quote }) => quote),
      terms,
    );
    return candidates
      .map((match, i) => ({ ...match, relevance: match.relevance + FUSE * scores[i]! }))
      .sort(byRank)
      .concat(matches.slice(RANKED));
  }

  return {
    search(query, { part, source, limit = 60 } = {}) {
      const words = wordsOf(beginning(query)).map(({ folded }) => folded);
      const terms = readTerms(passages, words);
      const gathered = gather(terms);
      const reading = createReading(passages, terms, gathered.weights);

      const hasAll = (quote: number) => gathered.sure(quote) === gathered.needed;
      const all = gathered.quotes.filter(hasAll);
      const close = all.length >= ENOUGH ? [] : gathered.quotes.filter((quote) => !hasAll(quote));
      const found = all.concat(
        best(close, gathered.share, READ).filter((quote) =>
          isClose(gathered, quote, reading.impression(quote), quotes.length),
        ),
      );
      const shown = found.filter(
        (quote) =>
          (part === undefined || quotes[quote]!.part === part) &&
          (source === undefined || quotes[quote]!.source === source),
      );

      const asTyped = reading.phrases(hasAll);
      const kindOf = (quote: number) => (!hasAll(quote) ? 2 : asTyped.has(quote) ? 0 : 1);
      const promise = (quote: number) => gathered.relevance(quote) - 10 * kindOf(quote);
      const matches = best(shown, promise, Math.max(limit, READ)).map((quote): Match => {
        const { order, theme } = reading.impression(quote);
        const relevance = gathered.relevance(quote) + ORDER * order + THEME * theme;
        return { quote, kind: kindOf(quote), relevance };
      });

      const telling = terms.filter((_, i) => gathered.weights[i]! >= LEAST_EVIDENCE);
      const suggestion = all.length > 0 ? undefined : spellingOf(terms, data, passages);
      return {
        query,
        words,
        hits: rankWithFuse(matches.sort(byRank), telling)
          .slice(0, limit)
          .map(({ quote, kind }) => ({ document: quotes[quote]!, match: KINDS[kind]! })),
        total: shown.length,
        ...count(found),
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    },
  };
}

function beginning(query: string): string {
  return [...query.slice(0, MOST_UNITS)].slice(0, MOST_CHARACTERS).join('');
}

/** The quotes with the highest scores, of equal ones the first, without sorting all of them. */
function best(
  quotes: readonly number[],
  score: (quote: number) => number,
  count: number,
): number[] {
  let kept: { quote: number; points: number }[] = [];
  let least = -Infinity;
  const cut = () => {
    kept = kept.sort((a, b) => b.points - a.points).slice(0, count);
    least = kept[count - 1]?.points ?? least;
  };
  for (const quote of quotes) {
    const points = score(quote);
    if (points > least) kept.push({ quote, points });
    if (kept.length >= 4 * count) cut();
  }
  cut();
  return kept.map(({ quote }) => quote);
}
