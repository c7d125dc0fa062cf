import type { Route } from '@playwright/test';
import { expect, firstQuote, test, typeset } from './site.ts';

test.describe('on a network that is slow to answer', () => {
  test('the text has its final layout after one round trip', async ({ page }) => {
    const permalink = `quotes/${firstQuote.id}/`;
    // The page is the first round trip. All other requests wait.
    const pending: Route[] = [];
    await page.route('**/*', async (route) => {
      if (route.request().isNavigationRequest()) await route.continue();
      else pending.push(route);
    });
    await page.goto(permalink, { waitUntil: 'commit' });
    const quote = page.getByRole('main').locator('blockquote');
    await expect(quote).toHaveText(typeset(firstQuote.text));
    await expect(quote).toBeVisible();
    const paper = await page.locator('html').evaluate((html) => getComputedStyle(html).display);
    const size = await quote.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect([paper, size > 18]).toEqual(['block', true]);
    expect(pending.length).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
