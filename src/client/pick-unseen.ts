/**
 * One of some ids that was not seen yet, or any when all were; the current one only where there is
 * no other. `random` gives numbers from 0 to 1.
 */
export function pickUnseen(
  ids: readonly string[],
  { seen, current, random = Math.random }: PickOptions,
): { id: string; startsOver: boolean } | undefined {
  const others = ids.filter((id) => id !== current);
  const known = new Set(seen);
  const unseen = others.filter((id) => !known.has(id));
  const candidates = [unseen, others, ids].find((list) => list.length > 0);
  const id = candidates?.[Math.floor(random() * candidates.length)];
  return id === undefined ? undefined : { id, startsOver: candidates !== unseen };
}

interface PickOptions {
  seen: Iterable<string>;
  /** The quote that the reader comes from. */
  current?: string | undefined;
  random?: () => number;
}
