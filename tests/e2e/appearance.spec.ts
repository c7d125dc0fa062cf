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

test('the theme switch changes the colours, stores the choice, and returns to the system’s theme', async ({
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

test('the theme is stored for this collection only', async ({ page }) => {
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

  test('the stored theme still applies, before the first paint', async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    for (const [key, theme] of [
      // First the key that all collections of an origin once shared, then this collection's key.
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
  test(`the quote ${quote.id} fits on the first screen of any size`, async ({ page }) => {
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
    test(`late fonts shift nothing on the ${kind} page, ${width} px`, async ({ page }) => {
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

test('a quote of any length uses the width of the page', async ({ page }) => {
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

test('the menu marks the current page by colour too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('sources/');
  const current = page.getByRole('banner').locator('[aria-current=page]');
  await expect(current).toHaveText(t('site.sources'));
  const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  await expect(current).toHaveCSS('color', ink);
});

test('without JavaScript the theme switch is hidden', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.locator('[data-theme-switch]').filter({ visible: true })).toHaveCount(0);
  await context.close();
});

test('a view transition connects a quote in a list with its permalink, both ways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const record = () => {
      const named = document.querySelector<HTMLElement>('[data-quote] [style*="quote"]');
      document.documentElement.dataset['transition'] =
        named?.closest<HTMLElement>('[data-quote]')?.dataset['quote'] ?? '';
    };
    // Runs after the page's own listener, which is added later.
    addEventListener('pagereveal', () => setTimeout(record));
  });
  const expectTransition = () =>
    expect(page.locator('html')).toHaveAttribute('data-transition', firstQuote.id, {
      timeout: 3000,
    });
  // A busy browser sometimes skips a transition.
  await expect(async () => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await page.locator(`[data-quote="${firstQuote.id}"] a.u-url`).click();
    await expectTransition();
    await page.goBack({ waitUntil: 'commit' });
    await expectTransition();
  }).toPass();
});

test('print hides what only works on a screen', async ({ page }) => {
  await page.goto(`quotes/${firstQuote.id}/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy quote' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Site', exact: true })).toBeHidden();
  await expect(page.locator('blockquote')).toBeVisible();
  await page.goto('');
  await expect(page.getByText('EPUB')).toBeHidden();
});
