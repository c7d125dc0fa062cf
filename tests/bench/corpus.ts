import { slugger } from '../../src/text/slug.ts';
import type { SearchData } from '../../src/search/documents.ts';

/** Returns a seeded generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Heaps' law: a text of n words has about k times the square root of n distinct words. This is k.
const HEAPS = 20;

// The share of words that follow the previous word in the sample too, so that phrases recur.
const PAIRED = 0.4;

const MAX_PARTS = 40;
const QUOTES_PER_SOURCE = 40;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];

/** Returns the words of the sample by frequency, followed by new words joined from two of them. */
function vocabularyOf(texts: string[], size: number, random: () => number): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => wordsOf(text.toLowerCase()))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const written = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const long = written.filter((word) => /^[a-z]{5,}$/u.test(word));
  const all = new Set(written);
  const any = () => long[Math.floor(random() * long.length)]!;
  while (all.size < size) {
    const head = any();
    all.add(head.slice(0, Math.ceil(head.length * 0.6)) + any().slice(-4));
  }
  return [...all];
}

function followers(texts: string[]): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const text of texts) {
    const words = wordsOf(text.toLowerCase());
    words.slice(1).forEach((word, index) => {
      const list = pairs.get(words[index]!);
      if (list) list.push(word);
      else pairs.set(words[index]!, [word]);
    });
  }
  return pairs;
}

/** Generates quotes from words and word pairs of the sample, with natural frequencies. */
export function generate(count: number, sample: SearchData, seed = 1): SearchData {
  const random = randomFrom(seed);
  const texts = sample.quotes.map(({ text }) => text);
  const lengths = texts.map((text) => wordsOf(text).length);
  const meanLength = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  const words = vocabularyOf(texts, HEAPS * Math.sqrt(count * meanLength), random);
  const pairs = followers(texts);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  // The inverse of a Zipf distribution with exponent 1.
  const frequent = () => words[Math.floor(words.length ** random()) - 1] ?? words[0]!;
  const sentence = (length: number): string => {
    const chosen = [frequent()];
    while (chosen.length < length) {
      const next = random() < PAIRED ? pairs.get(chosen.at(-1)!) : undefined;
      chosen.push(next ? any(next) : frequent());
    }
    const joined = chosen.join(' ');
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  };
  const rare = () => words[Math.floor(random() * words.length)]!;

  const idFor = slugger('en');
  const parts = Array.from({ length: Math.min(MAX_PARTS, Math.ceil(count / 10)) }, (_, at) => ({
    number: at + 1,
    title: `${sentence(3)} ${at + 1}`,
  }));
  const sources = Array.from(
    { length: Math.ceil(count / QUOTES_PER_SOURCE) },
    (_, at) => `${sentence(2)} ${at + 1}`,
  );
  const quotes = Array.from({ length: count }, (_, at) => {
    const theme = `On ${rare()} ${frequent()} ${rare()}`;
    return {
      id: idFor(theme),
      part: Math.floor((at * parts.length) / count) + 1,
      theme,
      source: any(sources),
      text: `${sentence(any(lengths))}.`,
    };
  });
  return { parts, quotes };
}

/** Generates queries of readers who half remember a quote, with some letters missing. */
export function queriesFor({ quotes }: SearchData, count: number, seed = 2): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const words = wordsOf(quotes[Math.floor(random() * quotes.length)]!.text);
    const start = Math.floor(random() * Math.max(1, words.length - 4));
    return words
      .slice(start, start + 2 + Math.floor(random() * 3))
      .map((word) => {
        if (word.length < 5 || random() < 0.5) return word.toLowerCase();
        const at = 1 + Math.floor(random() * (word.length - 2));
        return (word.slice(0, at) + word.slice(at + 1)).toLowerCase();
      })
      .join(' ');
  });
}

/** Returns the value of the search field after each key press of a query. */
export function keyPresses(query: string): string[] {
  return Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1));
}
