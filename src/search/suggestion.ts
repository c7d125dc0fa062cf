import type { InvertedIndex } from './inverted-index.ts';
import type { QueryTerm } from './query-expansion.ts';
import { FOUND, SURE } from './term-dictionary.ts';

/**
 * The query as the quotes would spell it, in lower case; none where they lack a content word, or where
 * nothing is misspelt.
 */
export function suggestSpelling(
  terms: readonly QueryTerm[],
  { written }: InvertedIndex,
): string | undefined {
  const spelled: string[] = [];
  let isMisspelt = false;
  for (const { word, isContentWord, expansions } of terms) {
    const [best] = expansions;
    const isFound = best && best.similarity >= FOUND;
    if (!isFound && isContentWord) return undefined;
    if (!isFound || best.similarity >= SURE) {
      spelled.push(word);
      continue;
    }
    isMisspelt = true;
    const suggested = best.terms.map((id) => written[id]).join(' ');
    // Both pieces of a word that was typed apart mean all of it.
    if (spelled.at(-1) !== suggested) spelled.push(suggested);
  }
  return isMisspelt ? spelled.join(' ') : undefined;
}
