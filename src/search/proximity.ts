import { isStopWord } from '../text/stop-words.ts';
import { isBigram } from '../text/tokenize.ts';
import { FIELD_BOUNDARY, FIELDS, type InvertedIndex } from './inverted-index.ts';
import type { QueryTerm } from './query-expansion.ts';
import { idf } from './scoring.ts';
import { MIN_PREFIX, SURE } from './term-dictionary.ts';

const THEME = FIELDS.indexOf('theme');
const PART = FIELDS.indexOf('part');

// So many words on, the next query word still belongs to the one before.
const NEAR = 4;
const NEAR_WORTH = 0.5;

// What a stop word counts beside a content word.
const STOP_WORD_WEIGHT = 0.3;

export interface ProximityFeatures {
  /** The weight of the query words that follow the one asked before them, in nats. */
  together: number;
  /** The same as a share of what could be together, from 0 to 1. */
  adjacency: number;
  /** How much of the theme was asked for, from 0 to 1. */
  theme: number;
  /** Whether every content word of the theme surely was. */
  coversTheme: boolean;
}

/** Reads the token streams of single quotes with a query in mind. */
export function createProximity(
  { streams, dictionary, postings }: InvertedIndex,
  terms: readonly QueryTerm[],
): (quote: number) => ProximityFeatures {
  const meant = new Map<number, { term: number; similarity: number }[]>();
  for (const [term, { expansions }] of terms.entries()) {
    for (const { terms: ids, similarity } of expansions) {
      for (const id of ids) {
        const list = meant.get(id);
        if (list) list.push({ term, similarity });
        else meant.set(id, [{ term, similarity }]);
      }
    }
  }
  const weights = terms.map(({ isContentWord, expansions: [best] }) => {
    const weight = idf(best?.postings.length ?? 1, streams.length);
    return isContentWord ? weight : weight * STOP_WORD_WEIGHT;
  });
  const pairs = weights.map((weight, term) => (term ? Math.min(weight, weights[term - 1]!) : 0));
  const possible = pairs.reduce((a, b) => a + b, 0);

  function read(quote: number): ProximityFeatures {
    const nearness = terms.map(() => 0);
    const places = terms.map(() => -Infinity);
    let [theme, askedTheme, coversTheme, field] = [0, 0, true, 0];
    for (const [place, id] of streams[quote]!.entries()) {
      if (id === FIELD_BOUNDARY) {
        field++;
        places.fill(-Infinity);
        continue;
      }
      const here = meant.get(id) ?? [];
      for (const { term, similarity } of here) {
        const distance = place - (places[term - 1] ?? -Infinity);
        const worth = distance <= 1 ? similarity : distance <= NEAR ? similarity * NEAR_WORTH : 0;
        nearness[term] = Math.max(nearness[term]!, worth);
      }
      for (const { term } of here) places[term] = place;
      if (field === THEME && !isStopWord(dictionary.terms[id]!)) {
        const similarity = Math.max(0, ...here.map((match) => match.similarity));
        const weight = idf(postings[id]!.length, streams.length);
        theme += weight;
        askedTheme += weight * similarity;
        coversTheme &&= similarity >= SURE;
      }
    }
    const together = nearness.reduce((sum, worth, term) => sum + worth * pairs[term]!, 0);
    return {
      together,
      adjacency: possible ? together / possible : 0,
      theme: theme ? askedTheme / theme : 0,
      coversTheme: coversTheme && theme > 0,
    };
  }

  // Close quotes are read twice: to be chosen and to be ranked.
  const cache = new Map<number, ProximityFeatures>();
  return (quote) => {
    const features = cache.get(quote) ?? read(quote);
    cache.set(quote, features);
    return features;
  };
}

/** Tells whether the query occurs as it was typed in a quote's own words, not those of part or title. */
export function createPhraseTest(
  { streams, dictionary }: InvertedIndex,
  terms: readonly QueryTerm[],
): (quote: number) => boolean {
  // Letters decide and not the cuts between words, so that "lock-in", "lock in" and "lockin" are one.
  // Of a pair of letters, which overlaps the next, the first counts.
  const lettersOf = (term: string) =>
    isBigram(term) ? term.normalize('NFC').replace(/^(\p{L}\p{M}*).*/u, '$1') : term;
  const query = terms.map(({ word }) => lettersOf(word)).join('');
  const last = terms.at(-1);

  const isPhraseAt = (stream: readonly number[], start: number): boolean => {
    let rest = query;
    for (let place = start; rest; place++) {
      const term = dictionary.terms[stream[place]!];
      if (term === undefined) return false;
      const letters = lettersOf(term);
      if (!rest.startsWith(letters)) {
        const isOpen = last?.isPrefix && (rest === last.word || rest.length >= MIN_PREFIX);
        return isOpen === true && letters.startsWith(rest);
      }
      rest = rest.slice(letters.length);
    }
    return true;
  };
  return (quote) => {
    const stream = streams[quote]!;
    for (let [place, field] = [0, 0]; field < PART; place++) {
      if (stream[place] === FIELD_BOUNDARY) field++;
      else if (isPhraseAt(stream, place)) return true;
    }
    return false;
  };
}
