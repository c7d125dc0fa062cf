/** Work in steps, each much shorter than a slice, with a result in the end. */
export type Steps<Result> = Generator<void, Result>;

// Milliseconds: a key press in between still has most of its frame, on a slow phone too.
const SLICE = 5;

// Not `scheduler.yield`, which goes on before frames and timers: with 20,000 quotes and a slow processor they
// waited 4 s for it.
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Takes the steps with pauses between them, so that none holds up a reader who types meanwhile. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let end = performance.now() + SLICE;
  let step = steps.next();
  while (!step.done) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + SLICE;
    }
    step = steps.next();
  }
  return step.value;
}
