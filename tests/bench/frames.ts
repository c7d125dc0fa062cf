import type { Page } from '@playwright/test';
import { keyPresses } from './corpus.ts';

/** Times in milliseconds; arrays have a value for each key press. */
export interface Frames {
  /** From the first input to the first answer on screen. */
  ready: number;
  /** From the input event until the answer is painted, without the wait for the next frame. */
  work: number[];
  /** The same with that wait, which depends on the moment of the key press within a frame. */
  keys: number[];
  /** Whether the answer was in the first frame after the key press. */
  first: boolean[];
  /** Like `keys`, for a page that only writes a number: the best that this machine can do. */
  idle: number[];
  /** Processor time of the page per key press, by activity. */
  cpu: { script: number; style: number; layout: number; task: number };
}

/**
 * Types queries letter by letter into the site's search. An answer counts as painted when the frame
 * after its nodes were added has been committed.
 */
export async function typeIntoSite(
  page: Page,
  queries: readonly string[],
  throttle = 1,
): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto('/search/');
  const readMetrics = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  };
  const presses = queries.flatMap(keyPresses);

  const idle = await page.evaluate(async (count) => {
    const times: number[] = [];
    const output = document.querySelector('.search-count')!;
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      output.textContent = String(i);
      await new Promise(requestAnimationFrame);
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      });
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 20));
    }
    output.textContent = '';
    return times;
  }, 50);

  const press = (queries: string[]) =>
    page.evaluate(async (queries) => {
      const input = document.querySelector<HTMLInputElement>('quote-search input')!;
      const search = document.querySelector<HTMLElement>('[data-search]')!;
      const count = document.querySelector('.search-count')!;
      await customElements.whenDefined('quote-search');

      const painted = () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame((begun) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(begun);
            port2.postMessage(0);
          });
        });
      const answered = () =>
        new Promise<void>((resolve) => {
          // The count is written last, even if it does not change.
          const observer = new MutationObserver(() => {
            if (search.dataset['state'] === 'loading') return;
            observer.disconnect();
            resolve();
          });
          observer.observe(count, { childList: true });
        });

      const times: { work: number; wall: number; isFirst: boolean }[] = [];
      for (const query of queries) {
        const start = performance.now();
        const answer = answered();
        let isShown = false;
        let isFirst = false;
        requestAnimationFrame(() => (isFirst = isShown));
        input.value = query;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await answer;
        isShown = true;
        const shown = performance.now();
        // Any delay after the scheduled start of the frame counts as work.
        const begun = await painted();
        const wall = performance.now() - start;
        times.push({ work: wall - Math.max(0, begun - shown), wall, isFirst });
        // Fast and slow typing; not a multiple of a frame, so that presses fall anywhere in one.
        await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 130));
      }
      return times;
    }, queries);

  const [first] = await press(presses.slice(0, 1));
  const complete = page.locator('.search-count').filter({ hasNotText: 'so far' });
  await complete.waitFor({ state: 'attached' });
  const before = await readMetrics();
  const times = await press(presses);
  const after = await readMetrics();
  const perKey = (name: string) => (1000 * (after(name) - before(name))) / presses.length;
  await cdp.detach();
  return {
    ready: first?.wall ?? NaN,
    work: times.map(({ work }) => work),
    keys: times.map(({ wall }) => wall),
    first: times.map(({ isFirst }) => isFirst),
    idle,
    cpu: {
      script: perKey('ScriptDuration'),
      style: perKey('RecalcStyleDuration'),
      layout: perKey('LayoutDuration'),
      task: perKey('TaskDuration'),
    },
  };
}
