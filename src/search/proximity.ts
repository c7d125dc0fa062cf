import { isStopWord } from '../text/stop-words.ts';
import { rarity } from './scoring.ts';
import { FIELD_END, FIELDS, quoteOf, type Passage, type Passages } from './inverted-index.ts';
import type { Term } from './query-expansion.ts';
import { SHORTEST_BEGINNING, SURE } from './term-dictionary.ts';

const THEME = FIELDS.indexOf('theme');
const PART = FIELDS.indexOf('part');

// So many words on, the next searched word still belongs to the one before.
const NEAR = 4;
const NEAR_WORTH = 0.5;

/** What only reading a quote shows. */
export interface Impression {
  /** The weight of the searched words that stand beside the one asked before them, in nats. */
  together: number;
  /** The same as a share of what could stand together, from 0 to 1. */
  order: number;
  /** How much of the theme was asked for, from 0 to 1. */
  theme: number;
  /** Whether every word of the theme that matters surely was. */
  titled: boolean;
}

export interface Reading {
  impression: (quote: number) => Impression;
  /** Those candidates in whose own words the query stands as it was typed. */
  phrases: (isCandidate: (quote: number) => boolean) => Set<number>;
}

/** Reads single quotes with a query in mind; `weights` are those of the terms. */
export function createReading(
  { all, vocabulary, postings }: Passages,
  terms: readonly Term[],
  weights: readonly number[],
): Reading {
  const meant = new Map<number, { term: number; likeness: number }[]>();
  terms.forEach(({ meanings }, term) => {
    for (const { words, likeness } of meanings) {
      for (const word of words) {
        const list = meant.get(word);
        if (list) list.push({ term, likeness });
        else meant.set(word, [{ term, likeness }]);
      }
    }
  });
  const pairs = weights.map((weight, term) => (term ? Math.min(weight, weights[term - 1]!) : 0));
  const possible = pairs.reduce((a, b) => a + b, 0);

  const query = terms.map(({ word }) => word).join('');
  const lastTerm = terms.at(-1)?.word;
  const firstWords = new Set<number>();
  for (let length = 1; length <= query.length; length++) {
    const word = vocabulary.number(query.slice(0, length));
    if (word !== undefined) firstWords.add(word);
  }

  // Letters decide and not the cuts between words, so that "lock-in", "lock in" and "lockin" are one.
  function startsPhrase(passage: Passage, place: number): boolean {
    let rest = query;
    for (let at = place; rest; at++) {
      const word = vocabulary.words[passage[at] ?? FIELD_END];
      if (word === undefined) return false;
      if (!rest.startsWith(word)) {
        return word.startsWith(rest) && (rest === lastTerm || rest.length >= SHORTEST_BEGINNING);
      }
      rest = rest.slice(word.length);
    }
    return true;
  }

  /** Whether a place is before the title of the part, from which on nothing is the quote's own. */
  function isOwn(passage: Passage, place: number): boolean {
    let field = 0;
    for (let at = 0; at < place; at++) if (passage[at] === FIELD_END) field++;
    return field < PART;
  }

  function read(quote: number): Impression {
    const nearness = terms.map(() => 0);
    const places = terms.map(() => -Infinity);
    let theme = 0;
    let askedTheme = 0;
    let titled = true;
    let field = 0;
    (all[quote] ?? []).forEach((word, place) => {
      if (word === FIELD_END) {
        field++;
        places.fill(-Infinity);
        return;
      }
      const here = meant.get(word) ?? [];
      for (const { term, likeness } of here) {
        const distance = place - (places[term - 1] ?? -Infinity);
        const worth = distance <= 1 ? likeness : distance <= NEAR ? likeness * NEAR_WORTH : 0;
        nearness[term] = Math.max(nearness[term]!, worth);
      }
      for (const { term } of here) places[term] = place;
      if (field === THEME && !isStopWord(vocabulary.words[word]!)) {
        const likeness = Math.max(0, ...here.map(({ likeness }) => likeness));
        const weight = rarity(postings[word]!.length, all.length);
        theme += weight;
        askedTheme += weight * likeness;
        titled &&= likeness >= SURE;
      }
    });
    const together = nearness.reduce((sum, worth, term) => sum + worth * pairs[term]!, 0);
    return {
      together,
      order: possible ? together / possible : 0,
      theme: theme ? askedTheme / theme : 0,
      titled: titled && theme > 0,
    };
  }

  // Close quotes are read twice: to be chosen and to be ranked.
  const impressions = new Map<number, Impression>();
  return {
    phrases(isCandidate) {
      const found = new Set<number>();
      for (const word of firstWords) {
        for (const posting of postings[word] ?? []) {
          const quote = quoteOf(posting);
          if (!isCandidate(quote)) continue;
          const passage = all[quote] ?? [];
          let place = passage.indexOf(word);
          while (place >= 0 && !startsPhrase(passage, place)) {
            place = passage.indexOf(word, place + 1);
          }
          if (place >= 0 && isOwn(passage, place)) found.add(quote);
        }
      }
      return found;
    },

    impression(quote) {
      const before = impressions.get(quote);
      if (before) return before;
      const impression = read(quote);
      impressions.set(quote, impression);
      return impression;
    },
  };
}
