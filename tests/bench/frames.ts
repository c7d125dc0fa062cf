import type { Page } from '@playwright/test';
import { keyPresses } from './corpus.ts';

export interface Frames {
  /** Milliseconds from the first intent to the first answer on screen. */
  ready: number;
  /**
   * Milliseconds of work from each input event to the frame in which its answer is painted: all but
   * the wait, with the answer in the document, until the screen begins its next frame.
   */
  work: number[];
  /** The same with that wait, most of a frame, which depends on when the key falls. */
  keys: number[];
  /** Of each key whether no frame was painted between it and the frame that paints its answer. */
  first: boolean[];
  /** The same, with the wait, for a page that does nothing but write a word: what this machine can do at best. */
  idle: number[];
  /** Milliseconds of the page's own processor time a key press, by what they were spent on. */
  spent: { script: number; style: number; layout: number; task: number };
}

/**
 * Types queries letter by letter into the site's own search. An answer counts as painted when the
 * frame that follows its nodes has been handed over.
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
  const spending = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  };
  const presses = queries.flatMap(keyPresses);

  const idle = await page.evaluate(async (count) => {
    const times: number[] = [];
    const place = document.querySelector('.search-count')!;
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      place.textContent = String(i);
      await new Promise(requestAnimationFrame);
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      });
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 20));
    }
    place.textContent = '';
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
          // The count is written last, and rewritten even where it stays the same.
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
        // Whatever delays the frame after it was to begin is work.
        const begun = await painted();
        const wall = performance.now() - start;
        times.push({ work: wall - Math.max(0, begun - shown), wall, isFirst });
        // Fast typists and others; not a whole number of frames, so that keys fall anywhere in a frame.
        await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 130));
      }
      return times;
    }, queries);

  const [first] = await press(presses.slice(0, 1));
  const whole = page.locator('.search-count').filter({ hasNotText: 'so far' });
  await whole.waitFor({ state: 'attached' });
  const before = await spending();
  const times = await press(presses);
  const after = await spending();
  const each = (name: string) => (1000 * (after(name) - before(name))) / presses.length;
  await cdp.detach();
  return {
    ready: first?.wall ?? NaN,
    work: times.map(({ work }) => work),
    keys: times.map(({ wall }) => wall),
    first: times.map(({ isFirst }) => isFirst),
    idle,
    spent: {
      script: each('ScriptDuration'),
      style: each('RecalcStyleDuration'),
      layout: each('LayoutDuration'),
      task: each('TaskDuration'),
    },
  };
}
