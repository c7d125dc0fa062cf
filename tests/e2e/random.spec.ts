import type { Page } from '@playwright/test';
import { collection, expect, firstQuote, set, test } from './site.ts';

const { quotes } = collection;
const figure = (page: Page) => page.getByRole('main').locator('figure[data-quote]');
const shown = (page: Page) => figure(page).getAttribute('data-quote');
const next = (page: Page) => page.getByRole('main').getByRole('link', { name: 'Another quote' });

test('every quote comes once before one comes again', async ({ page }) => {
  test.skip(quotes.length > 200, 'Long collections are shuffled by the same function.');
  await page.goto('random/?seed=abc&at=1');
  const seen: (string | null)[] = [];
  for (const [index] of quotes.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      `${index + 1} of ${quotes.length}`,
    );
    seen.push(await shown(page));
    await page.keyboard.press('ArrowRight');
  }
  expect(seen.toSorted()).toEqual(quotes.map(({ id }) => id).toSorted());
  await expect(page).toHaveURL(/at=1$/);
  expect(new URL(page.url()).searchParams.get('seed')).not.toBe('abc');
});

test('an address shows the same quote to anyone, in its part’s colours', async ({ page }) => {
  await page.goto('random/?seed=abc&at=2');
  const id = await shown(page);
  const quote = quotes.find((other) => other.id === id)!;
  await expect(figure(page).locator('blockquote')).toHaveText(
    set(quote.text).replaceAll('\n\n', ''),
  );
  await expect(figure(page).locator('cite')).toHaveText(set(quote.source.name));
  await expect(page.locator('html')).toHaveClass(`part-${quote.part.place}`);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await expect(figure(page)).toHaveAttribute('data-quote', id!);
  await figure(page).getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/quotes/${id}/$`));
});

test('previous, next and Back lead to the quotes that were shown', async ({ page }) => {
  test.skip(quotes.length < 3, 'There is no way to go.');
  await page.goto('random/?seed=abc&at=1');
  const first = await shown(page);
  await expect(page.getByRole('link', { name: 'The one before' })).toBeHidden();
  await next(page).click();
  const second = await shown(page);
  expect(second).not.toBe(first);
  await page.getByRole('link', { name: 'The one before' }).click();
  await expect(figure(page)).toHaveAttribute('data-quote', first!);
  await page.goBack({ waitUntil: 'commit' });
  await expect(figure(page)).toHaveAttribute('data-quote', second!);
});

test('r draws a quote from anywhere, and goes on with the same order', async ({ page }) => {
  test.skip(quotes.length < 3, 'There is no way to go.');
  await page.goto(`quotes/${firstQuote.id}/`);
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/random\/\?seed=\w+&at=1$/);
  const { searchParams } = new URL(page.url());
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/at=2$/);
  await page.goto('themes/');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(new RegExp(`seed=${searchParams.get('seed')}&at=3$`));
});

test('the link in the footer leads there', async ({ page }) => {
  await page.goto('');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Random' }).click();
  await expect(figure(page).locator('blockquote')).not.toBeEmpty();
});

test.describe('with a connection that fails', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('it says that the quotes could not be loaded', async ({ page }) => {
    await page.route('**/quotes.json', (route) => route.abort());
    await page.goto('random/');
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be loaded');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it says so, and offers the contents and the book', async ({ page }) => {
    await page.goto('random/');
    const main = page.getByRole('main');
    await expect(main.getByText('needs JavaScript')).toBeVisible();
    await expect(main.getByRole('link', { name: 'the contents' })).toBeVisible();
    await main.getByRole('link', { name: 'the whole book' }).click();
    await expect(page.locator('figure[data-quote]').first()).toBeVisible();
  });
});
