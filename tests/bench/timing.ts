/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** What one does takes in milliseconds. */
export function timed<Result>(work: () => Result): { ms: number; result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/**
 * Takes the time of each runner for each item, all runners item by item, so that what else the
 * machine does meets all of them; a runner that has had its milliseconds is passed over.
 */
export function interleaved<Item>(
  runners: ReadonlyMap<string, (item: Item) => unknown>,
  items: readonly Item[],
  budget: number,
): Map<string, number[]> {
  const times = new Map([...runners.keys()].map((name) => [name, [] as number[]]));
  const spent = new Map<string, number>();
  for (const item of items) {
    for (const [name, run] of runners) {
      const before = spent.get(name) ?? 0;
      if (before > budget) continue;
      const { ms } = timed(() => run(item));
      times.get(name)!.push(ms);
      spent.set(name, before + ms);
    }
  }
  return times;
}
