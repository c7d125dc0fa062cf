/** The lowest similarity at which a slug is suggested. */
const MIN_SIMILARITY = 0.4;

function bigrams(name: string): Set<string> {
  return new Set(Array.from(name.slice(1), (letter, at) => name.charAt(at) + letter));
}

/** Returns the share of letter pairs that two names have in common (Sørensen–Dice coefficient). */
function similarity(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)];
  return (2 * left.intersection(right).size) / (left.size + right.size || 1);
}

/** Turns a segment of a pasted address into a slug: lower case, no extension, no stray punctuation. */
export function cleanSlug(pasted: string): string {
  return pasted
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(?:html?|md|txt|json|png)\b.*$/u, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Returns the slug that is most similar to a mistyped or truncated one, if any is similar enough. */
export function closestSlug(name: string, slugs: Iterable<string>): string | undefined {
  let closest: string | undefined;
  let best = MIN_SIMILARITY;
  for (const slug of slugs) {
    if (slug === name) return slug;
    const isTruncated = name.length > 3 && slug.startsWith(name);
    const score = similarity(name, slug) + Number(isTruncated);
    if (score > best) [best, closest] = [score, slug];
  }
  return closest;
}
