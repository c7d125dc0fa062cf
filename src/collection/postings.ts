/** Groups items by each of their keys. `Map.groupBy` would need an object for each pair. */
export function postingsOf<Item, Key>(
  items: Iterable<Item>,
  keysOf: (item: Item) => Iterable<Key>,
): Map<Key, Item[]> {
  const postings = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const others = postings.get(key);
      if (others) others.push(item);
      else postings.set(key, [item]);
    }
  }
  return postings;
}
