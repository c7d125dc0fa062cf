import { FIELDS, fieldsOf, quoteOf, type Field, type Passages } from './inverted-index.ts';
import type { Term } from './query-expansion.ts';
import { SURE } from './term-dictionary.ts';

// Where a word says most about a quote; a theme is its title, a part only its neighbourhood.
const FIELD_WEIGHTS: Record<Field, number> = {
  theme: 1.15,
  text: 1,
  source: 0.85,
  person: 0.85,
  part: 0.6,
  subjects: 0.6,
  title: 0.6,
};

// What a word that only puts the question weighs beside one that matters.
const FUNCTION_WORD = 0.3;

// A likeness up to here proves nothing.
const NO_EVIDENCE = 0.3;

// Likenesses so near to a term's best one count as occurrences of the same word.
const SAME_WORD = 0.05;

/** The likeness from which a word counts as found, if not surely. */
const FOUND = 0.58;

/** What was found of a query in the quotes, by number of the quote; valid until the next query. */
export interface Gathered {
  /** The quotes with anything in them, in no order. */
  quotes: readonly number[];
  /** How much of the words that matter is there, from 0 to 1: a question around them changes nothing. */
  share: (quote: number) => number;
  /** How much of all words is there, weighted by field, with misspelt words falling back. */
  relevance: (quote: number) => number;
  /** The information in the words that matter, in nats: how little they can be chance in one given quote. */
  evidence: (quote: number) => number;
  /** How many of the words that matter are there, and how many of them surely. */
  found: (quote: number) => number;
  sure: (quote: number) => number;
  /** How many words matter. */
  needed: number;
  /** Whether every one of them is surely in some quote. */
  known: boolean;
  /** Of each term: its rarity, in nats. */
  weights: readonly number[];
}

// By the fields that hold a word, as `fieldsOf` gives them.
const fieldWeights = Array.from({ length: 1 << FIELDS.length }, (_, held) =>
  Math.max(0, ...FIELDS.map((field, place) => (held & (1 << place) ? FIELD_WEIGHTS[field] : 0))),
);

/** Information in a word that so many of all quotes hold, in nats: next to none where all do. */
export function rarity(quotes: number, all: number): number {
  return Math.log((all + 1) / (quotes + 0.5));
}

/** Prepares arrays of the collection's size once, in which the answers to all queries are gathered. */
export function createGathering({ all }: Passages): (terms: readonly Term[]) => Gathered {
  const count = all.length;
  const share = new Float32Array(count);
  const relevance = new Float32Array(count);
  const evidence = new Float32Array(count);
  const found = new Uint8Array(count);
  const sure = new Uint8Array(count);
  const likest = new Float32Array(count);
  const held = new Uint8Array(count);
  let quotes: number[] = [];

  function addTerm({ matters, proves, meanings }: Term): number {
    const here: number[] = [];
    const best = meanings[0]?.likeness ?? 0;
    let frequency = 0;
    for (const { likeness, postings } of meanings) {
      for (const posting of postings) {
        const quote = quoteOf(posting);
        if (likest[quote] === 0) {
          likest[quote] = likeness;
          held[quote] = fieldsOf(posting);
          here.push(quote);
          if (likeness > best - SAME_WORD) frequency++;
        } else if (likest[quote] === Math.fround(likeness)) {
          held[quote]! |= fieldsOf(posting);
        }
      }
    }
    // An unknown word is taken for one that occurs once.
    const weight = rarity(frequency || 1, count) * (matters ? 1 : FUNCTION_WORD);
    let last = 0;
    let information = 0;
    for (let place = here.length - 1; place >= 0; place--) {
      const quote = here[place]!;
      const likeness = likest[quote]!;
      likest[quote] = 0;
      // The likest come first, so that as many quotes hold the word at least so well.
      if (likeness !== last) information = rarity(place + 1, count);
      last = likeness;
      if (relevance[quote] === 0) quotes.push(quote);
      relevance[quote]! += weight * likeness * likeness * fieldWeights[held[quote]!]!;
      if (!matters) continue;
      share[quote]! += weight * likeness;
      if (proves) {
        evidence[quote]! += (information * Math.max(0, likeness - NO_EVIDENCE)) / (1 - NO_EVIDENCE);
      }
      if (likeness >= FOUND) found[quote]!++;
      if (likeness >= SURE) sure[quote]!++;
    }
    return weight;
  }

  return (terms) => {
    for (const quote of quotes) {
      share[quote] = relevance[quote] = evidence[quote] = found[quote] = sure[quote] = 0;
    }
    quotes = [];
    const weights = terms.map(addTerm);
    const mattering = terms.filter(({ matters }) => matters);
    const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
    const asked = sum(weights);
    const askedFor = sum(weights.filter((_, i) => terms[i]!.matters));
    return {
      quotes,
      share: (quote) => share[quote]! / askedFor,
      relevance: (quote) => relevance[quote]! / asked,
      evidence: (quote) => evidence[quote]!,
      found: (quote) => found[quote]!,
      sure: (quote) => sure[quote]!,
      needed: mattering.length,
      known: mattering.every(({ meanings: [likest] }) => likest && likest.likeness >= SURE),
      weights,
    };
  };
}
