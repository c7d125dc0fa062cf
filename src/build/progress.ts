/** A build says how far it is so often, in milliseconds: a short one is over before. */
const INTERVAL = 10_000;

const grouped = (count: number): string => count.toLocaleString('en');

function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** What is done after so many milliseconds and what is left, as far as the pace so far tells. */
export function progressLine(done: number, all: number, elapsed: number): string {
  const left = timeLeft(((all - done) * elapsed) / done);
  return `${grouped(done)} of ${grouped(all)} files written, about ${left} left`;
}

/** Counts what is done of so many, and tells by `say` how far that is, now and then. */
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
