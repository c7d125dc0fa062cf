/** The least share of common letter pairs at which a slug is offered. */
const LEAST = 0.4;

function letterPairs(name: string): Set<string> {
  return new Set(Array.from(name.slice(1), (letter, at) => name.charAt(at) + letter));
}

/** Share of the letter pairs that two names have in common, from 0 to 1 (Sørensen and Dice). */
function likeness(a: string, b: string): number {
  const [left, right] = [letterPairs(a), letterPairs(b)];
  return (2 * left.intersection(right).size) / (left.size + right.size || 1);
}

/** A piece of an address as a slug: lower case, without extension and stray punctuation. */
export function cleanSlug(pasted: string): string {
  return pasted
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(?:html?|md|txt|json|png)\b.*$/u, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** The most similar slug to a mistyped or shortened one, if any is similar enough. */
export function closestSlug(name: string, slugs: Iterable<string>): string | undefined {
  let closest: string | undefined;
  let best = LEAST;
  for (const slug of slugs) {
    if (slug === name) return slug;
    // A slug that was cut short is a prefix.
    const isCut = name.length > 3 && slug.startsWith(name);
    const score = likeness(name, slug) + Number(isCut);
    if (score > best) [best, closest] = [score, slug];
  }
  return closest;
}
