import { collection, expect, quoteIds, test } from './site.ts';

const { parts, quotes, themes } = collection;

test.describe('a large collection', { tag: '@large' }, () => {
  test('has an index of themes by letter, each on a page of its own', async ({ page }) => {
    expect(themes.length).toBeGreaterThanOrEqual(1100);
    await page.goto('themes/');
    const letters = page.getByRole('main').getByRole('navigation').getByRole('link');
    expect(await letters.count()).toBeGreaterThan(20);
    // A component that prints its source would print this; the collection does not contain it.
    await expect(page.getByRole('main')).not.toContainText('import');
    await letters.first().click();
    await expect(page).toHaveURL(/\/themes\/letter\/[^/]+\/$/u);
    await expect(page.getByRole('main')).not.toContainText('import');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await expect(page.locator('figure[data-quote]').first()).toBeVisible();
  });

  test('continues its book on a second page', async ({ page }) => {
    await page.goto('quotes/');
    const first = await quoteIds(page);
    await page.getByRole('link', { name: /^Next/u }).click();
    await expect(page).toHaveURL(/\/quotes\/page\/2\/$/u);
    expect([...first, ...(await quoteIds(page))]).toEqual(quotes.map(({ id }) => id));
  });

  test('gives each of its 41 parts its own paper colour', async ({ page }) => {
    expect(parts).toHaveLength(41);
    await page.goto('');
    const entries = page.getByRole('navigation', { name: 'Contents' }).getByRole('listitem');
    await expect(entries).toHaveCount(41);
    const papers = new Set<string>();
    const paths = [parts[0]!, parts[20]!, parts[40]!].map(({ slug }) => `parts/${slug}/`);
    // The title page has the paper colour without a part.
    for (const path of ['', ...paths]) {
      await page.goto(path);
      papers.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(papers.size).toBe(4);
  });

  test('finds a quote among all parts', async ({ page }) => {
    const quote = quotes.at(-1)!;
    await page.goto(`search/?q=${encodeURIComponent(quote.text.slice(0, 60))}`);
    await expect(page.locator(`[data-results] figure[data-quote="${quote.id}"]`)).toBeVisible();
  });
});
