/** The distance between two new orders, so that nine quotes can be inserted later. */
export const STEP = 10;

interface Ordered {
  id: string;
  order?: number;
}

/**
 * Returns new orders, by id, that make the sequence of a list its reading order; as few as
 * possible. Quotes at the end that follow by id need no order.
 */
export function fewestOrders(list: readonly Ordered[]): Map<string, number> {
  const orders = new Map<string, number>();
  const needsOrder = ({ id, order }: Ordered, index: number) =>
    order !== undefined || id > (list[index + 1]?.id ?? id);
  const ordered = list.slice(0, list.findLastIndex(needsOrder) + 1);
  const unchanged = longestUnchanged(ordered);
  let next = 0;
  for (const [index, { id }] of ordered.entries()) {
    if (unchanged[next] === index) next++;
    else orders.set(id, orderBetween(ordered, index, unchanged[next - 1], unchanged[next]));
  }
  return orders;
}

/**
 * Returns the indexes of the most quotes that can keep their orders and leave integers for those
 * between: the longest subsequence in which `order - index` does not decrease (patience sorting).
 */
function longestUnchanged(list: readonly Ordered[]): number[] {
  const room = (index: number) => list[index]!.order! - index;
  /** For each length, the end of a subsequence: the one with the least room. */
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
  const unchanged: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) unchanged.unshift(at);
  return unchanged;
}

function orderBetween(
  list: readonly Ordered[],
  index: number,
  before: number | undefined,
  after: number | undefined,
): number {
  // Orders before the first unchanged one are at least 1, or lower if there are too few integers.
  const [from, start] = before === undefined ? [-1, 0] : [before, list[before]!.order!];
  if (after === undefined) return before === undefined ? (index + 1) * STEP : start + index - from;
  const end = list[after]!.order!;
  if (end - start < after - from) return end - (after - index);
  return start + Math.floor(((end - start) * (index - from)) / (after - from));
}
