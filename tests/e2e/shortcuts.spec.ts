import type { Page } from '@playwright/test';
import { axeViolations, collection, expect, firstQuote, test, typeset } from './site.ts';

const { quotes } = collection;
const permalink = `quotes/${firstQuote.id}/`;
const theme = (page: Page) => page.getByRole('heading', { level: 1 });

test('arrow keys follow the reading order from a permalink, and stop at the first quote', async ({
  page,
}) => {
  await page.goto(permalink);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(`**/quotes/${quotes[1]!.id}/`);
  await expect(theme(page)).toHaveText(typeset(quotes[1]!.theme.label));
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(new RegExp(`/${permalink}$`));
});

test('on a right-to-left page the arrow keys are mirrored', async ({ page }) => {
  await page.goto(permalink);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(new RegExp(`/quotes/${quotes[1]!.id}/$`));
});

test('with a modifier, while typing and in a dialog, the browser handles keys', async ({
  page,
}) => {
  await page.goto(permalink);
  for (const key of ['Shift+ArrowRight', 'Control+ArrowRight', 'Alt+s', 'Shift+R']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('rs?c');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('rs?c');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`/${permalink}$`));
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('a question mark opens the shortcuts, and Escape closes them', async ({ page }) => {
  await page.goto('themes/');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(dialog).toContainText('Random');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a button in the footer opens the shortcuts, which can switch single keys off', async ({
  page,
}) => {
  await page.goto(permalink);
  const open = page.getByRole('button', { name: 'Shortcuts' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' });
  await dialog.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(open).toBeFocused();
  await page.reload();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('c copies the link of the page’s quote, or of the focused quote', async ({ page }) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(permalink);
    await page.keyboard.press('c');
    await expect.poll(copied).toMatch(new RegExp(`/${permalink}$`));
    const last = firstQuote.part.quotes.at(-1)!;
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await page.locator(`figure[data-quote="${last.id}"] a.u-url`).focus();
    await page.keyboard.press('c');
    await expect.poll(copied).toMatch(new RegExp(`/quotes/${last.id}/$`));
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the button for shortcuts is hidden', async ({ page }) => {
    await page.goto(permalink);
    await expect(page.getByRole('button', { name: 'Shortcuts' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Saved' }).first()).toBeVisible();
  });
});
