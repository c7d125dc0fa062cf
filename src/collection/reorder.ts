/** The distance of two orders that are written anew, so that nine quotes fit between later. */
export const STEP = 10;

interface Ordered {
  id: string;
  order?: number;
}

/**
 * The orders that put a list into its sequence, by id: as few as possible, those that differ from
 * what the list has. Quotes without an order may stay so at the end, where they follow by id.
 */
export function fewestOrders(list: readonly Ordered[]): Map<string, number> {
  const orders = new Map<string, number>();
  // The last ones need no order if they follow by id.
  const needsOrder = ({ id, order }: Ordered, index: number) =>
    order !== undefined || id > (list[index + 1]?.id ?? id);
  const ordered = list.slice(0, list.findLastIndex(needsOrder) + 1);
  const kept = longestKept(ordered);
  let next = 0;
  for (const [index, { id }] of ordered.entries()) {
    if (kept[next] === index) next++;
    else orders.set(id, orderBetween(ordered, index, kept[next - 1], kept[next]));
  }
  return orders;
}

/**
 * The indexes of the most quotes that can keep their orders, with a whole number left for each of
 * those between: the longest run in which `order - index` does not fall (by patience sorting).
 */
function longestKept(list: readonly Ordered[]): number[] {
  const room = (index: number) => list[index]!.order! - index;
  /** The last index of a run of each length, so that its room is the least. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, { order }] of list.entries()) {
    if (order === undefined) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (room(ends[middle]!) <= room(index)) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.unshift(at);
  return kept;
}

function orderBetween(
  list: readonly Ordered[],
  index: number,
  before: number | undefined,
  after: number | undefined,
): number {
  // Before the first that keeps its order there is room from 1, or none.
  const [from, start] = before === undefined ? [-1, 0] : [before, list[before]!.order!];
  if (after === undefined) return before === undefined ? (index + 1) * STEP : start + index - from;
  const end = list[after]!.order!;
  if (end - start < after - from) return end - (after - index);
  return start + Math.floor(((end - start) * (index - from)) / (after - from));
}
