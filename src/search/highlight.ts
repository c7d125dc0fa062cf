import type { Range } from '../collection/mentions.ts';
import { normalize, tokenize, type Token } from '../text/tokenize.ts';
import type { QueryTerm } from './query-expansion.ts';
import { CLOSE_THRESHOLD, EXACT_THRESHOLD } from './term-dictionary.ts';

/** Finds the ranges of a text that match a query, in text order. */
export type Highlighter = (text: string) => Range[];

interface Candidate {
  term: QueryTerm;
  words: readonly string[];
  similarity: number;
}

/** The expansions of the query's content words, by the first word of each expansion. */
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
 * Returns a highlighter for the content words of a query. It marks a close match only if the text
 * has no exact match for the same word, and only the typed letters of a prefix.
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
        let typed = term.word;
        for (const [i, word] of words.entries()) {
          const found = tokens[position + i]!;
          const end =
            typed && word.startsWith(typed) ? endOf(text, found, typed.length) : found.end;
          marks.push({ ...candidate, start: found.start, end });
          typed = typed.startsWith(word) ? typed.slice(word.length) : '';
        }
        best.set(term, Math.max(similarity, best.get(term) ?? 0));
      }
    }
    const ranges: Range[] = [];
    for (const { term, similarity, start, end } of marks) {
      if (similarity < EXACT_THRESHOLD && best.get(term)! >= EXACT_THRESHOLD) continue;
      const last = ranges.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else ranges.push({ start, end });
    }
    return ranges;
  };
}

/** Returns the offset after the first letters of a token, with the last one's combining marks. */
function endOf(text: string, { term, start, end }: Token, letters: number): number {
  if (letters >= term.length) return end;
  let at = start + 1;
  while (at < end && normalize(text.slice(start, at)).length < letters) at++;
  while (at < end && /^[\p{M}\p{Cf}]/u.test(text.slice(at, end))) at++;
  return at;
}
