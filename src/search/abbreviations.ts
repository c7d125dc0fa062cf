import { stem } from '../text/stemmer.ts';
import { isStopWord } from '../text/stop-words.ts';
import { tokenize } from '../text/tokenize.ts';

const parenthesized = /\(([^()]{2,60})\)/gu;

// The most characters before a parenthesis in which a name is looked for.
const MAX_NAME_LENGTH = 100;

/** Returns a key that is the same for all inflected forms of the words. */
export const abbreviationKey = (words: readonly string[]): string => words.map(stem).join(' ');

/** Finds the last words whose initials spell an abbreviation, skipping stop words. */
function spelledOut(abbreviation: string, words: readonly string[]): string[] | undefined {
  let at = words.length;
  for (const letter of [...abbreviation].reverse()) {
    while (at > 0 && isStopWord(words[at - 1]!) && !words[at - 1]!.startsWith(letter)) at--;
    at--;
    if (!words[at]?.startsWith(letter)) return undefined;
  }
  return words.slice(at);
}

/** Collects abbreviations, in both directions, from "hash tables (HTs)" or "HTs (hash tables)". */
export function findAbbreviations(text: string, found: Map<string, string[]>): void {
  if (!text.includes('(')) return;
  const termsOf = (part: string) => tokenize(part).map(({ term }) => term);
  for (const { 0: written, 1: inside = '', index } of text.matchAll(parenthesized)) {
    const after = termsOf(inside);
    const before = termsOf(text.slice(Math.max(0, index - MAX_NAME_LENGTH), index));
    const isShort = after.length === 1;
    const short = isShort ? after[0]! : before.at(-1);
    if (!short || !/\p{Lu}.*\p{Lu}/u.test(isShort ? written : text.slice(0, index))) continue;
    for (const letters of [short, short.replace(/s$/u, '')]) {
      const long = letters.length > 1 ? spelledOut(letters, isShort ? before : after) : undefined;
      if (!long || (!isShort && long.length !== after.length)) continue;
      found.set(abbreviationKey([letters]), long);
      found.set(abbreviationKey(long), [short]);
    }
  }
}
