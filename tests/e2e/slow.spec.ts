import { expect, firstQuote, set, test } from './site.ts';

test.describe('on a network that takes 3 seconds for each answer', () => {
  test('the text stands in its final layout after one round trip', async ({ page }) => {
    const permalink = `quotes/${firstQuote.id}/`;
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) {
        await new Promise((resolve) => setTimeout(resolve, 3000));
      }
      await route.continue().catch(() => undefined);
    });
    const start = Date.now();
    await page.goto(permalink, { waitUntil: 'commit' });
    const quote = page.getByRole('main').locator('blockquote');
    await expect(quote).toHaveText(set(firstQuote.text));
    await expect(quote).toBeVisible();
    const paper = await page.locator('html').evaluate((html) => getComputedStyle(html).display);
    const size = await quote.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect([paper, size > 18]).toEqual(['block', true]);
    expect(Date.now() - start).toBeLessThan(2500);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
