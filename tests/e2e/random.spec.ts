import type { Page } from '@playwright/test';
import { collection, expect, firstQuote, t, test } from './site.ts';

const { quotes } = collection;
const permalink = /\/quotes\/([a-z0-9-]+)\/$/u;

/** Presses `r` and returns the id of the quote that opens. */
async function openRandom(page: Page): Promise<string> {
  const before = page.url();
  await page.keyboard.press('r');
  await page.waitForURL((url) => url.href !== before && permalink.test(url.pathname));
  return permalink.exec(page.url())![1]!;
}

test('r opens quotes that this visit has not shown', async ({ page }) => {
  await page.goto(`quotes/${firstQuote.id}/`);
  const shown = [firstQuote.id];
  for (let count = Math.min(quotes.length, 8); count > 1; count--)
    shown.push(await openRandom(page));
  expect(new Set(shown).size).toBe(shown.length);
});

test('when every quote was shown, r starts over and only the new quote counts as shown', async ({
  page,
}) => {
  await page.goto('themes/');
  const key = `seen:${new URL(page.url()).pathname.replace(/themes\/$/u, '')}`;
  const ids = quotes.map(({ id }) => id);
  await page.evaluate(([key, ids]) => sessionStorage.setItem(key, JSON.stringify(ids)), [
    key,
    ids,
  ] as const);
  const id = await openRandom(page);
  expect(ids).toContain(id);
  const seen = () =>
    page.evaluate((key) => JSON.parse(sessionStorage.getItem(key)!) as string[], key);
  await expect.poll(seen).toEqual([id]);
});

test('Back returns to the previous page', async ({ page }) => {
  await page.goto('themes/');
  const first = await openRandom(page);
  await openRandom(page);
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveURL(new RegExp(`/quotes/${first}/$`, 'u'));
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveURL(/\/themes\/$/u);
});

test('the link in the footer leads to a permalink', async ({ page }) => {
  await page.goto('');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: t('site.random') })
    .click();
  await expect(page).toHaveURL(permalink);
  await expect(page.getByRole('main').locator('blockquote')).not.toBeEmpty();
});

test.describe('with a connection that fails', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('the page says that the quotes could not be loaded', async ({ page }) => {
    await page.route('**/slugs/quotes.json', (route) => route.abort());
    await page.goto('random/');
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be loaded');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that it needs JavaScript, and links the contents and the book', async ({
    page,
  }) => {
    await page.goto('random/');
    const main = page.getByRole('main');
    await expect(main.getByText('needs JavaScript')).toBeVisible();
    await expect(main.getByRole('link', { name: 'the contents' })).toBeVisible();
    await main.getByRole('link', { name: 'the whole book' }).click();
    await expect(page.locator('figure[data-quote]').first()).toBeVisible();
  });
});
