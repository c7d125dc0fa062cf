import { base } from '../site-urls.ts';
import { expect, firstQuote, test } from './site.ts';

// Runs on the collection in content/, so nothing is assumed about its text.

test.describe('the site of this collection', { tag: '@smoke' }, () => {
  test('opens with a title, and its first link leads to a page', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/u);
    // The introduction may link other sites.
    await page.getByRole('main').locator(`a[href^="${base}"]`).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/u);
  });

  test('has a page for its first quote', async ({ page }) => {
    const response = await page.goto(`quotes/${firstQuote.id}/`);
    expect(response!.status()).toBe(200);
    await expect(page.locator(`figure[data-quote="${firstQuote.id}"] blockquote`)).toHaveText(
      /\S/u,
    );
  });

  test('finds a quote by its words', async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent(firstQuote.text.slice(0, 60))}`);
    await expect(
      page.locator(`[data-results] figure[data-quote="${firstQuote.id}"]`),
    ).toBeVisible();
  });

  test('returns its own 404 page for a missing address', async ({ page }) => {
    const response = await page.goto('no/such/page/');
    expect(response!.status()).toBe(404);
    await expect(page.getByRole('searchbox').first()).toBeVisible();
  });
});
