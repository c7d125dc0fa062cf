import { strict as assert } from 'node:assert';
import type { Browser, Page } from '@playwright/test';
import type { SearchData } from '../../src/search/documents.ts';
import type { ServedSite } from './site.ts';

const count = (page: Page) => page.locator('.search-count');

async function inPage(
  browser: Browser,
  site: ServedSite,
  journey: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await browser.newContext({ baseURL: site.origin });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  try {
    await journey(page);
  } finally {
    await context.close();
  }
  return noise;
}

/** Checks that the built site, with its CSP, searches a collection in several files. */
export async function checkLarge(
  browser: Browser,
  site: ServedSite,
  data: SearchData,
): Promise<void> {
  site.setData(data);
  const [first, last] = [data.quotes[0]!, data.quotes.at(-1)!];
  const delayed = `**/search/${last.part}.json`;

  const noise = await inPage(browser, site, async (page) => {
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.context().route(delayed, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('/search/');
    await page.getByRole('searchbox').fill(first.text.slice(0, 80));
    await count(page).filter({ hasText: 'so far' }).waitFor();
    // It may be indexed slightly later than others.
    await page.locator(`[data-results] > li:first-child [data-quote="${first.id}"]`).waitFor();
    release();
    // The rest of the collection appears without another key press.
    await count(page).filter({ hasNotText: 'so far' }).waitFor();
    await page.getByRole('searchbox').fill(last.text.slice(0, 80));
    await page.locator(`[data-results] figure[data-quote="${last.id}"]`).waitFor();
  });
  assert.deepEqual(noise, []);
}
