import Fuse from 'fuse.js';

// Fuse finds a pattern anywhere in a text. With marks at both ends of a word it counts the letters
// before and after as errors. A word that is still being typed has no end mark.
const START = '^';
const END = '$';

/** The set of a word's letters in 32 bits; some letters share a bit. */
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
 * Returns a function that finds misspelt terms with Fuse. Lengths, letter sets and pieces of the
 * word first rule out most terms. Two swapped neighbours are one error; Fuse counts two.
 */
export function createFuzzyLookup(terms: readonly string[]) {
  const masks = Int32Array.from(terms, letterMask);

  return (word: string, isPrefix: boolean, maxErrors: number) => {
    const wordMask = letterMask(word);
    const isNear = (mask: number) =>
      bitCount(wordMask & ~mask) <= maxErrors && bitCount(mask & ~wordMask) <= maxErrors;
    // With one piece more than errors, at least one piece has no error.
    const pieces = Array.from({ length: maxErrors + 1 }, (_, i) => {
      const length = word.length / (maxErrors + 1);
      return word.slice(i * length, (i + 1) * length);
    });
    const candidates: number[] = [];
    for (let term = 0; term < terms.length; term++) {
      if (bitCount(wordMask & ~masks[term]!) > maxErrors) continue;
      const other = terms[term]!;
      const extraLetters = other.length - word.length;
      if (extraLetters < -maxErrors) continue;
      if (isPrefix ? other[0] !== word[0] : extraLetters > maxErrors) continue;
      if (masks[term] !== wordMask && !pieces.some((piece) => other.includes(piece))) continue;
      const mask = isPrefix ? letterMask(other.slice(0, word.length)) : masks[term]!;
      if (isNear(mask)) candidates.push(term);
    }
    // Fuse treats an empty list as a list of objects.
    if (candidates.length === 0) return [];
    const letters = sorted(word);
    const isAnagram = (term: number) =>
      masks[term] === wordMask && sorted(terms[term]!.slice(0, word.length)) === letters;
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
      const counted = Math.round(score * pattern.length);
      const errors = isAnagram(term) ? Math.ceil(counted / 2) : counted;
      return errors > 0 && errors <= maxErrors ? [{ term, errors }] : [];
    });
  };
}
