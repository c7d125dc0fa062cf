import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { buildEngine } from '../../../src/search/engine.ts';
import { runInSlices } from '../../../src/search/time-slicing.ts';
import { createEngine } from './at-once.ts';
import { quotes } from './seed.ts';

/** Advances the clock by some milliseconds each time it is read. */
function passing(ms: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += ms));
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a key press is handled between two slices', async () => {
  passing(2);
  const done: string[] = [];
  function* work() {
    for (const step of ['1', '2', '3', '4', '5']) {
      done.push(step);
      yield;
    }
    return 'result';
  }
  setTimeout(() => done.push('key'));
  expect(await runInSlices(work())).toBe('result');
  expect(done).toEqual(['1', '2', '3', 'key', '4', '5']);
});

test('an engine built in slices, at the same time as another, gives the same answers', async () => {
  passing(1000);
  vi.stubGlobal('setTimeout', (goOn: () => void) => queueMicrotask(goOn));
  const texts = fc.array(fc.lorem({ maxCount: 5 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(texts, texts, fc.lorem({ maxCount: 2 }), async (some, others, query) => {
      const collections = [quotes(...some), quotes(...others)];
      const engines = await Promise.all(collections.map((data) => runInSlices(buildEngine(data))));
      const hits = engines.map(({ search }) => search(query).hits);
      expect(hits).toEqual(collections.map((data) => createEngine(data).search(query).hits));
    }),
  );
});
