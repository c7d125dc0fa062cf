/** The least share of common letter pairs at which a slug is offered. */
const LEAST = 0.4;

function letterPairs(name: string): string[] {
  return Array.from({ length: Math.max(name.length - 1, 0) }, (_, at) => name.slice(at, at + 2));
}

/** Share of the letter pairs that two names have in common, from 0 to 1 (Sørensen and Dice). */
function likeness(a: string, b: string): number {
  const left = letterPairs(a);
  const right = letterPairs(b);
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (left.length + right.length || 1);
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
