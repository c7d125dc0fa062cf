/** Where a reader is in an order of all quotes: the order by its seed, the place from 1. */
export interface Place {
  seed: string;
  at: number;
}

/** The longest seed that an address may bring: any text will do. */
const MOST = 64;

/** Numbers from 0 to 1 that follow from a text (FNV-1a, then mulberry32), on every platform. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in the order of a seed: each of them once, and the same order for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const order = [...items];
  const next = numbersFrom(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** The place that an address (its query) names among so many quotes; any other text is the first. */
export function readPlace(query: string, count: number): Place | undefined {
  const asked = new URLSearchParams(query);
  const seed = asked.get('seed')?.slice(0, MOST).toWellFormed().trim();
  if (!seed) return undefined;
  const at = Number.parseInt(asked.get('at') ?? '', 10);
  return { seed, at: Math.min(Math.max(Number.isNaN(at) ? 1 : at, 1), Math.max(count, 1)) };
}

/** The next place: when every quote was shown, the first of another order, which follows from this one. */
export function nextPlace({ seed, at }: Place, count: number): Place {
  if (at < count) return { seed, at: at + 1 };
  const number = Math.floor(numbersFrom(seed)() * 2 ** 32);
  return { seed: number.toString(36), at: 1 };
}
