import type { SearchData } from '../../../src/search/documents.ts';
import { buildEngine, type Engine } from '../../../src/search/engine.ts';
import type { ChunkedTask } from '../../../src/search/time-slicing.ts';

/** Runs a task without pauses. */
export function atOnce<Result>(task: ChunkedTask<Result>): Result {
  let step = task.next();
  while (!step.done) step = task.next();
  return step.value;
}

/** Builds an engine without pauses. */
export const createEngine = (data: SearchData): Engine => atOnce(buildEngine(data));
