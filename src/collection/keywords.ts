import { stem } from '../text/stemmer.ts';
import { isStopWord } from '../text/stop-words.ts';
import { tokenize } from '../text/tokenize.ts';

/** The words that carry what a text is about, in a form that their inflections share. */
export function keywords(text: string): Set<string> {
  const terms = tokenize(text).map(({ term }) => term);
  return new Set(terms.filter((term) => term.length > 1 && !isStopWord(term)).map(stem));
}
