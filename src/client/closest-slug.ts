/** Below this share of common letter pairs, two names have nothing to do with each other. */
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

/** The id that a mistyped or shortened one most likely means, if any is near. */
export function nearestId(mistyped: string, ids: string[]): string | undefined {
  const name = mistyped.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  let nearest: string | undefined;
  let best = LEAST;
  for (const id of ids) {
    // One that was cut short begins right.
    const isCut = name.length > 3 && id.startsWith(name);
    const score = likeness(name, id) + Number(isCut);
    if (score > best) [best, nearest] = [score, id];
  }
  return nearest;
}
