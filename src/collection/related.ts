import { contentWords } from './content-words.ts';
import { mentions, type Range } from './mentions.ts';
import type { Collection, Quote, Subject } from './model.ts';

/** What a quote is about: subjects and other words, with what each says before its rarity counts. */
type Traits = Map<Trait, number>;
type Trait = Subject | string;

const SUBJECT = 1.5;
const TEXT = 1;
const THEME = 0.7;

/** What more quotes than these have in common brings no two of them together. */
const MOST_HOLDERS = 100;

// Found by reading what was shown for every quote of the first collection. Below, quotes share a
// word by chance; two words in common are less of a reason than a subject.
const NEAR = 0.08;
const NEAR_BY_WORDS = 0.11;

function without(text: string, ranges: Range[]): string {
  return ranges.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function traitsOf(
  { theme, text }: Quote,
  mentioned: (text: string) => Map<Subject, Range[]>,
): Traits {
  const traits: Traits = new Map();
  for (const [words, worth] of [[theme.label, THEME] as const, [text, TEXT] as const]) {
    const found = mentioned(words);
    for (const subject of found.keys()) traits.set(subject, SUBJECT);
    for (const word of contentWords(without(words, [...found.values()].flat()))) {
      traits.set(word, worth);
    }
  }
  return traits;
}

/**
 * Finds the quotes nearest to a few given ones: by the subjects and words that they share, rare
 * ones weighing most (cosine of inverse document frequencies). Gives the best few that are near at
 * all, never the given ones or their neighbours in reading order.
 */
export function relations({ quotes, subjects }: Collection): {
  nearest: (to: Quote[], count: number) => Quote[];
} {
  const mentioned = mentions(subjects);
  const places = new Map(quotes.map((quote, place) => [quote, place]));
  const traits = quotes.map((quote) => traitsOf(quote, mentioned));
  const holders = new Map<Trait, number>();
  for (const own of traits) {
    for (const trait of own.keys()) holders.set(trait, (holders.get(trait) ?? 0) + 1);
  }

  /** Weighed by rarity, as a vector of length one. */
  const weigh = (own: Traits): Traits => {
    const weights: [Trait, number][] = [...own]
      .filter(([trait]) => holders.get(trait)! <= MOST_HOLDERS)
      .map(([trait, worth]) => [trait, worth * Math.log(quotes.length / holders.get(trait)!)]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([trait, weight]) => [trait, weight / length]));
  };

  const postings = new Map<Trait, { place: number; weight: number }[]>();
  for (const [place, own] of traits.entries()) {
    for (const [trait, weight] of weigh(own)) {
      const others = postings.get(trait);
      if (others) others.push({ place, weight });
      else postings.set(trait, [{ place, weight }]);
    }
  }

  return {
    nearest(to, count) {
      const given = to.map((quote) => places.get(quote)!);
      const known = new Set(given.flatMap((place) => [place - 1, place, place + 1]));
      const scores = new Float64Array(quotes.length);
      const shared = {
        words: new Uint16Array(quotes.length),
        subjects: new Uint16Array(quotes.length),
      };
      for (const [trait, weight] of weigh(new Map(given.flatMap((place) => [...traits[place]!])))) {
        const counts = typeof trait === 'string' ? shared.words : shared.subjects;
        for (const other of postings.get(trait)!) {
          scores[other.place]! += weight * other.weight;
          counts[other.place]!++;
        }
      }
      return quotes
        .map((_, place) => place)
        .filter((place) => {
          if (shared.subjects[place] === 0 && shared.words[place]! < 2) return false;
          const least = shared.subjects[place] === 0 ? NEAR_BY_WORDS : NEAR;
          return scores[place]! >= least && !known.has(place);
        })
        .toSorted((a, b) => scores[b]! - scores[a]! || a - b)
        .slice(0, count)
        .map((place) => quotes[place]!);
    },
  };
}
