import type { Quote } from './model.ts';

/** Words as a reader compares them: folded, without marks, of three letters or more. */
function wordsOf({ text, theme, source }: Quote): Set<string> {
  const folded = `${text} ${theme.label} ${source.name}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
  return new Set(folded.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/**
 * Ranks quotes by the words that they share with a few given ones, rare words weighing most
 * (cosine of inverse document frequencies). `nearest` gives the best few, never the given quotes.
 */
export function relations(quotes: Quote[]): {
  nearest(to: Quote[], count: number): Quote[];
} {
  const words = new Map(quotes.map((quote) => [quote, wordsOf(quote)]));
  const holders = new Map<string, Quote[]>();
  for (const [quote, own] of words) {
    for (const word of own) holders.set(word, [...(holders.get(word) ?? []), quote]);
  }
  const weight = (word: string) => Math.log(quotes.length / holders.get(word)!.length);
  const length = new Map(
    [...words].map(([quote, own]) => {
      const squares = [...own].reduce((sum, word) => sum + weight(word) ** 2, 0);
      return [quote, Math.sqrt(squares)];
    }),
  );

  return {
    nearest(to, count) {
      const scores = new Map<Quote, number>();
      for (const word of new Set(to.flatMap((quote) => [...words.get(quote)!]))) {
        for (const quote of holders.get(word)!) {
          const score = weight(word) ** 2 / (length.get(quote) || 1);
          scores.set(quote, (scores.get(quote) ?? 0) + score);
        }
      }
      return [...scores]
        .filter(([quote, score]) => score > 0 && !to.includes(quote))
        .toSorted(([a, one], [b, other]) => other - one || (a.id < b.id ? -1 : 1))
        .slice(0, count)
        .map(([quote]) => quote);
    },
  };
}
