/**
 * Picks a random id that was not seen yet, or any other if all were. The current id is picked only
 * if it is the only one. `random` returns numbers from 0 to 1.
 */
export function pickUnseen(
  ids: readonly string[],
  seen: readonly string[],
  current?: string,
  random = Math.random,
): string | undefined {
  const others = ids.filter((id) => id !== current);
  const unseen = [...new Set(others).difference(new Set(seen))];
  const candidates = [unseen, others].find((list) => list.length > 0) ?? ids;
  return candidates[Math.floor(random() * candidates.length)];
}
