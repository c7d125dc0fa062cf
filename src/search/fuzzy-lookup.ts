import Fuse from 'fuse.js';

// Each end of a word is a letter of its own, so that Fuse, which looks for a pattern anywhere in a
// text, counts what is before and after it. A word still being typed has no end.
const START = '^';
const END = '$';

/** A set of the word's letters in 32 bits, where some letters share one. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}

const sorted = (word: string) => [...word].sort().join('');

/**
 * Finds misspelt words among terms with Fuse. Lengths, sets of letters and pieces of the word leave Fuse few
 * candidates; two neighbours that are swapped, which Fuse counts as two errors, are one.
 */
export function createFuzzyLookup(terms: readonly string[]) {
  const masks = Int32Array.from(terms, letterMask);

  return (word: string, isPrefix: boolean, maxErrors: number) => {
    const wanted = letterMask(word);
    const isNear = (mask: number) =>
      bitCount(wanted & ~mask) <= maxErrors && bitCount(mask & ~wanted) <= maxErrors;
    // Of one piece more than there are errors, one at least is without any.
    const pieces = Array.from({ length: maxErrors + 1 }, (_, i) => {
      const length = word.length / (maxErrors + 1);
      return word.slice(i * length, (i + 1) * length);
    });
    const candidates: number[] = [];
    for (let term = 0; term < terms.length; term++) {
      if (bitCount(wanted & ~masks[term]!) > maxErrors) continue;
      const other = terms[term]!;
      const longer = other.length - word.length;
      if (longer < -maxErrors) continue;
      if (isPrefix ? other[0] !== word[0] : longer > maxErrors) continue;
      if (masks[term] !== wanted && !pieces.some((piece) => other.includes(piece))) continue;
      const mask = isPrefix ? letterMask(other.slice(0, word.length)) : masks[term]!;
      if (isNear(mask)) candidates.push(term);
    }
    // Fuse takes an empty list for one of objects.
    if (candidates.length === 0) return [];
    const letters = sorted(word);
    const isAnagram = (term: number) =>
      masks[term] === wanted && sorted(terms[term]!.slice(0, word.length)) === letters;
    const pattern = START + word + (isPrefix ? '' : END);
    const limit = candidates.some(isAnagram) ? 2 * maxErrors : maxErrors;
    const fuse = new Fuse(
      candidates.map((term) => START + terms[term]! + END),
      {
        threshold: (limit + 0.01) / pattern.length,
        ignoreLocation: true,
        ignoreFieldNorm: true,
        isCaseSensitive: true,
        includeScore: true,
        shouldSort: false,
      },
    );
    return fuse.search(pattern).flatMap(({ refIndex, score = 0 }) => {
      const term = candidates[refIndex]!;
      const found = Math.round(score * pattern.length);
      const errors = isAnagram(term) ? Math.ceil(found / 2) : found;
      return errors > 0 && errors <= maxErrors ? [{ term, errors }] : [];
    });
  };
}
