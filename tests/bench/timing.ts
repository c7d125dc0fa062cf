/** Returns the value below which a share of the values is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Runs a function and measures its time in milliseconds. */
export function timed<Result>(work: () => Result): { ms: number; result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/**
 * Measures every runner with every item, item by item, so that other load on the machine affects
 * all runners. A runner that has used up its budget of milliseconds is skipped.
 */
export function interleaved<Item>(
  runners: ReadonlyMap<string, (item: Item) => unknown>,
  items: readonly Item[],
  budget: number,
): Map<string, number[]> {
  const times = new Map([...runners.keys()].map((name) => [name, [] as number[]]));
  const elapsed = new Map<string, number>();
  for (const item of items) {
    for (const [name, run] of runners) {
      const before = elapsed.get(name) ?? 0;
      if (before > budget) continue;
      const { ms } = timed(() => run(item));
      times.get(name)!.push(ms);
      elapsed.set(name, before + ms);
    }
  }
  return times;
}
