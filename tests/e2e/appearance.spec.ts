import { quoteSize } from '../../src/text/quote-size.ts';
import { base } from '../site-urls.ts';
import {
  collection,
  expect,
  firstQuote,
  longestQuote,
  pageKinds,
  shortestQuote,
  t,
  test,
} from './site.ts';

test('the switch changes the paper, is remembered, and goes back to the system', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Switch to Dark' }).first().click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto(`quotes/${firstQuote.id}/`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Switch to Light' }).first().click();
  await page.goto('');
  expect(await paper()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).toBe(dark);
});

test('another collection of the origin does not see the choice', async ({ page }) => {
  await page.goto('');
  const chosen = await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-theme-switch]')!.click();
    return Object.keys(localStorage);
  });
  expect(chosen).toEqual([base === '/' ? 'theme' : `theme:${base}`]);
});

test('a browser without the Navigation API reports no error', async ({ page }) => {
  await page.addInitScript(() => delete (globalThis as { navigation?: unknown }).navigation);
  await page.goto('');
  await page.goto(`quotes/${firstQuote.id}/`);
  expect(await page.evaluate(() => 'navigation' in globalThis)).toBe(false);
});

test.describe('with scripts that fail to load', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('the remembered theme is there all the same, before the first paint', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    for (const [key, theme] of [
      // As once stored for all collections of an origin, then as chosen in this one.
      ['theme', 'dark'],
      [base === '/' ? 'theme' : `theme:${base}`, 'light'],
    ] as const) {
      await page.addInitScript((choice) => Object.assign(localStorage, choice), { [key]: theme });
      await page.goto('');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    }
  });
});

for (const quote of [shortestQuote, longestQuote]) {
  test(`${quote.id} stands on the first screen, whatever its size`, async ({ page }) => {
    for (const [width, height] of [
      [360, 740],
      [768, 1024],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`quotes/${quote.id}/`);
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator('blockquote')).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: 'Copy quote' })).toBeInViewport();
    }
  });
}

for (const kind of ['title', 'part', 'quote', 'book']) {
  for (const width of [360, 1280]) {
    test(`nothing on the ${kind} page moves when the fonts come late, ${width} px`, async ({
      page,
    }) => {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
          shifts.push(...entries.map(({ value }) => value));
        }).observe({ type: 'layout-shift', buffered: true });
        Object.assign(globalThis, { shifts });
      });
      let arrive = (): void => undefined;
      const late = new Promise<void>((resolve) => (arrive = resolve));
      await page.route('**/*.woff2', (route) => late.then(() => route.continue()));
      await page.setViewportSize({ width, height: 800 });
      await page.goto(pageKinds[kind]!, { waitUntil: 'domcontentloaded' });
      const painted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
      await page.waitForFunction(painted);
      arrive();
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { shifts: number[] }).shifts,
      );
      expect(shifts.reduce((a, b) => a + b, 0)).toBeLessThan(0.02);
    });
  }
}

test('a quote of any length has the width of the page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const steps = Map.groupBy(collection.quotes, ({ text }) =>
    Object.values(quoteSize(text)).join(' '),
  );
  for (const [step, [quote]] of steps) {
    await page.goto(`quotes/${quote!.id}/`);
    const box = await page.locator('main blockquote').boundingBox();
    expect(box!.width, step).toBeGreaterThan(280);
  }
});

test('the menu shows which page is open by more than a line', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('sources/');
  const current = page.getByRole('banner').locator('[aria-current=page]');
  await expect(current).toHaveText(t('site.sources'));
  const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  await expect(current).toHaveCSS('color', ink);
});

test('without JavaScript no switch is shown that would do nothing', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.locator('[data-theme-switch]').filter({ visible: true })).toHaveCount(0);
  await context.close();
});

test('the quote itself travels from the list to its permalink and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const note = () => {
      const named = document.querySelector<HTMLElement>('[data-quote] [style*="quote"]');
      document.documentElement.dataset['travelled'] =
        named?.closest<HTMLElement>('[data-quote]')?.dataset['quote'] ?? '';
    };
    // After the page's own listener, which is added later than this one.
    addEventListener('pagereveal', () => setTimeout(note));
  });
  const travels = () =>
    expect(page.locator('html')).toHaveAttribute('data-travelled', firstQuote.id, {
      timeout: 3000,
    });
  // A browser that is busy skips a transition now and then.
  await expect(async () => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await page.locator(`[data-quote="${firstQuote.id}"] a.u-url`).click();
    await travels();
    await page.goBack({ waitUntil: 'commit' });
    await travels();
  }).toPass();
});

test('print leaves out what only a screen can use', async ({ page }) => {
  await page.goto(`quotes/${firstQuote.id}/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy quote' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Site', exact: true })).toBeHidden();
  await expect(page.locator('blockquote')).toBeVisible();
  await page.goto('');
  await expect(page.getByText('EPUB')).toBeHidden();
});
