import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeWorker } from '../../src/build/service-worker.ts';
import { findWholeBrowser } from '../browser.mjs';
import { openSite, type Site } from '../site-server.ts';
import { base } from '../site-urls.ts';
import { collection, expect, firstQuote, test, typeset } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');

/** The tests cache the site many times, so it contains only some quotes. */
const includedIds = [firstQuote.id, collection.quotes.at(-2)!.id, collection.quotes.at(-1)!.id];
const excludedIds = collection.quotes.map(({ id }) => id).filter((id) => !includedIds.includes(id));
const excluded = new Set([
  join(dist, 'cards'),
  ...['embed', 'oembed', 'quotes'].flatMap((folder) =>
    excludedIds.flatMap((id) =>
      ['', '.json', '.md', '.txt'].map((end) => join(dist, folder, id + end)),
    ),
  ),
]);

const it = test.extend<{ site: Site }>({
  site: async ({ page: _ }, use) => {
    const root = mkdtempSync(join(tmpdir(), 'quote-browser-offline-'));
    cpSync(dist, root, { recursive: true, filter: (path) => !excluded.has(path) });
    writeWorker(root, base);
    const site = await openSite(root);
    await use(site);
    site.close();
    rmSync(root, { recursive: true, force: true });
  },
});

it.use({
  serviceWorkers: 'allow',
  // Browsers log failed requests themselves.
  expected: /Failed to load resource|404 \(Not Found\)/u,
});

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** Waits until the service worker of the current version is active. */
async function waitForWorker(page: Page, site: Site): Promise<void> {
  const [, version] = /"version":"(\w+)"/u.exec(readFileSync(join(site.root, 'sw.js'), 'utf8'))!;
  const isActive = () =>
    page.evaluate(async (version) => {
      const registration = await navigator.serviceWorker.getRegistration();
      const { active, installing, waiting } = registration ?? {};
      const isSettled = active?.state === 'activated' && !installing && !waiting;
      return isSettled && (await caches.keys()).some((name) => name.endsWith(version!));
    }, version);
  await expect.poll(isActive, { timeout: 20_000, intervals: [100] }).toBe(true);
}

/** Publishes the site again, with another title on two pages. */
function publish(site: Site, title: string): void {
  for (const name of ['index.html', 'themes/index.html']) {
    const file = join(site.root, name);
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace(/<title>[^<]*/u, `<title>${title}`));
  }
  writeWorker(site.root, base);
}

it('after one visit all pages and the search work without a network', async ({ page, site }) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  site.isOnline = false;

  await page.keyboard.press('/');
  await page.getByRole('searchbox').last().fill(firstQuote.theme.label);
  await page.locator('[data-results] a.u-url').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(firstQuote.theme.label));

  for (const quote of [collection.quotes.at(-1)!, collection.quotes.at(-2)!]) {
    await page.goto(`${site.address}quotes/${quote.id}/`);
    await expect(page.getByRole('main').locator('blockquote')).toHaveText(typeset(quote.text));
  }
  await page.goto(`${site.address}search/?q=${encodeURIComponent(firstQuote.theme.label)}`);
  await expect(page.locator('[data-results] a.u-url').first()).toBeVisible();
  await page.goto(`${site.address}saved/?ids=${firstQuote.id}`);
  await expect(page.locator('figure[data-quote]').first()).toBeVisible();
  // The quote may be missing in this copy of the site.
  await page.goto(`${site.address}random/`, { waitUntil: 'commit' });
  await expect(page).toHaveURL(/\/quotes\/[a-z0-9-]+\/$/u);
  await page.goto(`${site.address}themes`);
  expect(page.url()).toBe(`${site.address}themes/`);
  expect((await page.goto(`${site.address}no/such/page`))!.status()).toBe(404);
});

it('a page that is not precached is reported as unavailable, not as missing', async ({
  page,
  site,
}) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  site.isOnline = false;
  for (const path of [`embed/${firstQuote.id}/`, 'book.epub']) {
    const response = await page.goto(site.address + path);
    expect([path, response!.status()]).toEqual([path, 503]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not available offline');
  }
});

it(
  'an update switches off the navigation preload of earlier versions',
  { tag: '@rare' },
  async ({ page, site }) => {
    await page.goto(site.address);
    await waitForWorker(page, site);
    const isPreloading = () =>
      page.evaluate(async () => {
        const { navigationPreload } = (await navigator.serviceWorker.getRegistration())!;
        return (await navigationPreload.getState()).enabled;
      });
    expect(await isPreloading()).toBe(false);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())!.navigationPreload.enable();
    });
    publish(site, 'Second');
    await page.reload();
    await waitForWorker(page, site);
    expect(await isPreloading()).toBe(false);
  },
);

it('the service worker is not requested before the page has loaded', async ({ page, site }) => {
  site.delay = 300;
  await page.goto(site.address, { waitUntil: 'load' });
  expect(site.requests.filter((path) => path.endsWith('sw.js'))).toEqual([]);
  await expect.poll(() => site.requests.some((path) => path.endsWith('sw.js'))).toBe(true);
});

it('a new version is shown at once, and is complete offline afterwards', async ({ page, site }) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  publish(site, 'Second');
  await page.reload();
  await expect(page).toHaveTitle('Second');
  await waitForWorker(page, site);
  site.isOnline = false;
  await page.reload();
  await expect(page).toHaveTitle('Second');
  await page.goto(`${site.address}themes/`);
  await expect(page).toHaveTitle('Second');
  // Only the previous version stays, for pages that are open.
  site.isOnline = true;
  publish(site, 'Third');
  await page.reload();
  await waitForWorker(page, site);
  expect(await cacheNames(page)).toHaveLength(2);
});

it(
  'a failed update leaves the previous version complete',
  { tag: '@rare' },
  async ({ page, site }) => {
    await page.goto(site.address);
    await waitForWorker(page, site);
    const title = await page.title();
    publish(site, 'Second');
    site.failing = /\/themes\/$/u;
    site.requests = [];
    await page.reload();
    await expect(page).toHaveTitle('Second');
    await expect.poll(() => site.requests.some((path) => path.endsWith('/themes/'))).toBe(true);
    const isInstalling = () =>
      page.evaluate(async () =>
        Boolean((await navigator.serviceWorker.getRegistration())?.installing),
      );
    await expect.poll(isInstalling).toBe(false);
    site.isOnline = false;
    await page.reload();
    await expect(page).toHaveTitle(title);
    await page.goto(`${site.address}themes/`);
    await expect(page).not.toHaveTitle('Second');
  },
);

it(
  'a site that is published during precaching is never cached as a mix of versions',
  { tag: '@rare' },
  async ({ page, site }) => {
    await page.goto(site.address);
    // By then the home page is cached, but not the indexes.
    site.onRequest = (path) => {
      if (!path.endsWith('/themes/')) return;
      site.onRequest = undefined;
      publish(site, 'Second');
    };
    await expect.poll(() => site.onRequest, { timeout: 20_000 }).toBe(undefined);
    const state = () =>
      page.evaluate(async () => {
        const { active, installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
        return { active: active?.state, installing: installing?.state };
      });
    await expect.poll(state, { timeout: 20_000 }).toEqual({});
    await page.reload();
    await waitForWorker(page, site);
    site.isOnline = false;
    for (const path of ['', 'themes/']) {
      await page.goto(site.address + path);
      await expect(page).toHaveTitle('Second');
    }
  },
);

it('the cache answers if the network is too slow', async ({ page, site }) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  site.delay = 20_000;
  const start = Date.now();
  await page.goto(`${site.address}quotes/${firstQuote.id}/`, { waitUntil: 'commit' });
  await expect(page.getByRole('main').locator('blockquote')).toBeVisible();
  // From the network the page would have taken at least the server's delay.
  expect(Date.now() - start).toBeLessThan(site.delay);
});

it('the cache answers if the server fails', { tag: '@rare' }, async ({ page, site }) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  site.failing = /\/quotes\//u;
  await page.goto(`${site.address}quotes/${firstQuote.id}/`);
  await expect(page.getByRole('main').locator('blockquote')).toHaveText(typeset(firstQuote.text));
});

it('offline reading can be switched off, leaves nothing behind and stays off', async ({
  page,
  site,
}) => {
  await page.goto(site.address);
  await waitForWorker(page, site);
  const button = page.getByRole('button', { name: 'Available offline: on' });
  await button.click();
  await expect.poll(() => cacheNames(page)).toEqual([]);
  const registered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  expect(await registered()).toBe(0);
  await page.clock.install();
  await page.reload();
  await page.clock.runFor(10_000);
  expect([await registered(), await cacheNames(page)]).toEqual([0, []]);
  await page.clock.resume();
  await page.getByRole('button', { name: 'Available offline: off' }).click();
  await waitForWorker(page, site);
});

it(
  'with Save-Data, offline reading is off until the reader switches it on',
  { tag: '@rare' },
  async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.clock.install();
    await page.goto(site.address);
    await expect(page.getByRole('button', { name: 'Available offline: off' })).toBeVisible();
    await page.clock.runFor(10_000);
    expect(site.requests.filter((path) => path.endsWith('sw.js'))).toEqual([]);
  },
);

it(
  'on a full disk the site works without offline reading',
  { tag: '@rare' },
  async ({ page, site }) => {
    const client = await page.context().newCDPSession(page);
    const { origin } = new URL(site.address);
    await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    await page.goto(site.address);
    const isRequested = () => site.requests.some((path) => path.endsWith('sw.js'));
    await expect.poll(isRequested, { timeout: 20_000 }).toBe(true);
    const isInstalling = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return Boolean(registration?.installing);
      });
    await expect.poll(isInstalling, { timeout: 20_000 }).toBe(false);
    await page.goto(`${site.address}quotes/${firstQuote.id}/`);
    await expect(page.getByRole('main').locator('blockquote')).toBeVisible();
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active),
    ).toBeFalsy();
  },
);

it('Back restores the page from the back/forward cache', async ({ playwright, site }) => {
  const executablePath = await findWholeBrowser();
  it.skip(!executablePath, 'A headless shell has no back/forward cache.');
  const browser = await playwright.chromium.launch({
    ...(executablePath && { executablePath }),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    await waitForWorker(page, site);
    await page.goto(`${site.address}themes/`);
    await page.evaluate(() => {
      document.documentElement.dataset['left'] = 'here';
    });
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.waitForURL(/themes\/[^/]+\/$/u);
    await page.goBack({ waitUntil: 'commit' });
    const reasons = await page.evaluate(
      () =>
        (
          performance.getEntriesByType('navigation')[0] as unknown as {
            notRestoredReasons?: object;
          }
        ).notRestoredReasons,
    );
    expect(reasons ?? null).toBeNull();
    await expect(page.locator('html')).toHaveAttribute('data-left', 'here');
  } finally {
    await browser.close();
  }
});

it('the site can be installed as an app', { tag: '@rare' }, async ({ page, site }) => {
  await page.goto(site.address);
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Browsers under test are always in private mode.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
