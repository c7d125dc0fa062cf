/** Milliseconds between reports; a short build ends before the first. */
const INTERVAL = 10_000;

const grouped = (count: number): string => count.toLocaleString('en');

function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** A report with the time left at the pace so far. */
export function progressLine(done: number, all: number, elapsed: number): string {
  const left = timeLeft(((all - done) * elapsed) / done);
  return `${grouped(done)} of ${grouped(all)} files written, about ${left} left`;
}

/** Returns a function to call after each of `all` steps; it reports now and then. */
export function progress(
  all: number,
  say: (line: string) => unknown,
  now: () => number = Date.now,
): () => void {
  const start = now();
  let [done, said] = [0, start];
  return () => {
    done++;
    const time = now();
    if (time - said < INTERVAL) return;
    said = time;
    say(progressLine(done, all, time - start));
  };
}
