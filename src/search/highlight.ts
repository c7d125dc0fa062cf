import type { Range } from '../collection/mentions.ts';
import { normalize, tokenize, type Token } from '../text/tokenize.ts';
import type { QueryTerm } from './query-expansion.ts';
import { CLOSE_THRESHOLD, EXACT_THRESHOLD } from './term-dictionary.ts';

/** Finds what matched a query in a text, from its start to its end. */
export type Highlighter = (text: string) => Range[];

interface Candidate {
  term: QueryTerm;
  words: readonly string[];
  similarity: number;
}

/** What the content words of a query may mean, by the first word of it. */
function candidatesOf(terms: readonly QueryTerm[], dictionary: readonly string[]) {
  const candidates = terms
    .filter(({ isContentWord }) => isContentWord)
    .flatMap((term) =>
      term.expansions.map(({ terms: ids, similarity }): Candidate => {
        return { term, words: ids.map((id) => dictionary[id]!), similarity };
      }),
    );
  return Map.groupBy(candidates, ({ words: [first] }) => first);
}

/**
 * Marks in a text what the content words of a query found: misspelt words only where the text has
 * nothing better, of a prefix only its letters.
 */
export function createHighlighter(
  terms: readonly QueryTerm[],
  dictionary: readonly string[],
): Highlighter {
  let candidates: ReturnType<typeof candidatesOf> | undefined;
  return (text) => {
    candidates ??= candidatesOf(terms, dictionary);
    const tokens = tokenize(text);
    const best = new Map<QueryTerm, number>();
    const marks: (Range & Candidate)[] = [];
    for (const [position, token] of tokens.entries()) {
      for (const candidate of candidates.get(token.term) ?? []) {
        const { term, words, similarity } = candidate;
        if (similarity < CLOSE_THRESHOLD) continue;
        if (!words.every((word, i) => tokens[position + i]?.term === word)) continue;
        let rest = term.word;
        for (const [i, word] of words.entries()) {
          const found = tokens[position + i]!;
          const end = rest && word.startsWith(rest) ? endOf(text, found, rest.length) : found.end;
          marks.push({ ...candidate, start: found.start, end });
          rest = rest.startsWith(word) ? rest.slice(word.length) : '';
        }
        best.set(term, Math.max(similarity, best.get(term) ?? 0));
      }
    }
    const ranges: Range[] = [];
    for (const { term, similarity, start, end } of marks) {
      if (similarity < EXACT_THRESHOLD && best.get(term)! >= EXACT_THRESHOLD) continue;
      const before = ranges.at(-1);
      if (before && start < before.end) before.end = Math.max(before.end, end);
      else ranges.push({ start, end });
    }
    return ranges;
  };
}

/** Where the first letters of a token end in the text, with the marks that belong to the last of them. */
function endOf(text: string, { term, start, end }: Token, letters: number): number {
  if (letters >= term.length) return end;
  let at = start + 1;
  while (at < end && normalize(text.slice(start, at)).length < letters) at++;
  while (at < end && /^[\p{M}\p{Cf}]/u.test(text.slice(at, end))) at++;
  return at;
}
