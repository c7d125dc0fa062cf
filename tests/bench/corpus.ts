import { slugger } from '../../src/text/slug.ts';
import type { SearchData } from '../../src/search/documents.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Real texts of n words have about k times the square root of n different ones (Heaps' law).
const HEAPS = 20;

// So often the next word is one that follows the last in the sample, which makes phrases recur.
const PAIRED = 0.4;

const MAX_PARTS = 40;
const QUOTES_A_SOURCE = 40;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];

/** The words of the sample by frequency, then halves of them joined to as many as are wanted. */
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
    words.slice(1).forEach((word, at) => {
      const list = pairs.get(words[at]!);
      if (list) list.push(word);
      else pairs.set(words[at]!, [word]);
    });
  }
  return pairs;
}

/** As many quotes as asked, in words and pairs of words of the sample, as often as language has them. */
export function generate(count: number, sample: SearchData, seed = 1): SearchData {
  const random = randomFrom(seed);
  const texts = sample.quotes.map(({ text }) => text);
  const lengths = texts.map((text) => wordsOf(text).length);
  const meanLength = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  const words = vocabularyOf(texts, HEAPS * Math.sqrt(count * meanLength), random);
  const pairs = followers(texts);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  // The inverse of a Zipf distribution with exponent 1.
  const drawn = () => words[Math.floor(words.length ** random()) - 1] ?? words[0]!;
  const sentence = (length: number): string => {
    const said = [drawn()];
    while (said.length < length) {
      const next = random() < PAIRED ? pairs.get(said.at(-1)!) : undefined;
      said.push(next ? any(next) : drawn());
    }
    const joined = said.join(' ');
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  };
  const rare = () => words[Math.floor(random() * words.length)]!;

  const idFor = slugger('en');
  const parts = Array.from({ length: Math.min(MAX_PARTS, Math.ceil(count / 10)) }, (_, at) => ({
    number: at + 1,
    title: `${sentence(3)} ${at + 1}`,
  }));
  const sources = Array.from(
    { length: Math.ceil(count / QUOTES_A_SOURCE) },
    (_, at) => `${sentence(2)} ${at + 1}`,
  );
  const quotes = Array.from({ length: count }, (_, at) => {
    const theme = `On ${rare()} ${drawn()} ${rare()}`;
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

/** What somebody who half remembers a quote types: words of it, each with one letter wrong now and then. */
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

/** What stands in the field after each key press of somebody who types a query. */
export function keyPresses(query: string): string[] {
  return Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1));
}
