import type { SearchData } from '../../../src/search/documents.ts';
import { buildEngine, type Engine } from '../../../src/search/engine.ts';

/** An engine that is made without a pause. */
export function createEngine(data: SearchData): Engine {
  const steps = buildEngine(data);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
