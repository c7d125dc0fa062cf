import type { SearchData } from './documents.ts';
import { words } from '../text/tokenize.ts';
import { quoteOf, type Passages } from './inverted-index.ts';
import type { Meaning, Term } from './query-expansion.ts';
import { SURE } from './term-dictionary.ts';

// A likeness below comes from chance.
const LEAST_LIKENESS = 0.5;

/**
 * The query as the quotes would spell it, in lower case; none where they lack one of the words that matter,
 * or where nothing is misspelt.
 */
export function spellingOf(
  terms: readonly Term[],
  data: SearchData,
  { vocabulary }: Passages,
): string | undefined {
  const asWritten = ({ words: numbers, postings: [first = 0] }: Meaning): string | undefined => {
    const document = data.quotes[quoteOf(first)];
    const part = data.parts.find(({ number }) => number === document?.part);
    const { theme, text, source, person = data.person, subjects = [] } = document ?? {};
    for (const written of [theme, text, source, person, part?.title, ...subjects, data.title]) {
      const found = words(written ?? '');
      const start = found.findIndex((_, place) =>
        numbers.every((word, i) => found[place + i]?.folded === vocabulary.words[word]),
      );
      const [from, to] = [found[start], found[start + numbers.length - 1]];
      if (from && to) return written?.slice(from.start, to.end).toLowerCase();
    }
    return undefined;
  };

  const spelt: string[] = [];
  let misspelt = false;
  for (const { word, matters, meanings } of terms) {
    const [likest] = meanings;
    if (likest && likest.likeness >= LEAST_LIKENESS && likest.likeness < SURE) {
      misspelt = true;
      const written = asWritten(likest) ?? word;
      // Both pieces of a word that was typed apart mean all of it.
      if (spelt.at(-1) !== written) spelt.push(written);
    } else if (likest && likest.likeness >= SURE) {
      spelt.push(word);
    } else if (matters) {
      return undefined;
    } else {
      spelt.push(word);
    }
  }
  return misspelt ? spelt.join(' ') : undefined;
}
