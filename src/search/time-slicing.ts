/** A task in steps, each much shorter than a slice. */
export type ChunkedTask<Result> = Generator<void, Result>;

// In milliseconds; a key press in between still has most of its frame, even on a slow phone.
const SLICE = 5;

// Not `scheduler.yield`, which resumes before frames and timers.
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Runs a task with a pause after each slice, so that the page responds to typing meanwhile. */
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
