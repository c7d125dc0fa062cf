/** Work in steps, each much shorter than a slice. */
export type ChunkedTask<Result> = Generator<void, Result>;

// Milliseconds: a key press in between still has most of its frame, on a slow phone too.
const SLICE = 5;

// Not `scheduler.yield`, which goes on before frames and timers.
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Takes the steps with pauses between them, so that none holds up a reader who types meanwhile. */
export async function runInSlices<Result>(task: ChunkedTask<Result>): Promise<Result> {
  let end = performance.now() + SLICE;
  let step = task.next();
  while (!step.done) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + SLICE;
    }
    step = task.next();
  }
  return step.value;
}
