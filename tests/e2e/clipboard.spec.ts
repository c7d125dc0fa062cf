import type { Page } from '@playwright/test';
import { base } from '../site-urls.ts';
import { expect, firstQuote, test } from './site.ts';

const permalink = `quotes/${firstQuote.id}/`;
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('Copy quote copies the quote with reference and address', async ({ page }) => {
    await page.goto(permalink);
    await page.getByRole('button', { name: 'Copy quote' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied');
    const copied = await clipboard(page);
    expect(copied).toContain(firstQuote.text);
    expect(copied).toContain(`${firstQuote.person.label}, ${firstQuote.source.label}`);
    expect(copied).toContain(`/${permalink}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(page)).toMatch(new RegExp(`^https?://\\S+/${permalink}$`));
  });

  test('every format is copied as shown, and the last one comes first next time', async ({
    page,
  }) => {
    await page.goto(permalink);
    await page.getByText('More ways to share').click();
    for (const format of [
      'Plain text',
      'HTML',
      'Reference only',
      'BibTeX',
      'CSL-JSON',
      'Markdown',
    ]) {
      await page.getByRole('button', { name: `Copy: ${format}` }).click();
      const text = await page.getByRole('textbox', { name: format }).inputValue();
      await expect.poll(() => clipboard(page)).toBe(text);
      expect(text).toContain(firstQuote.source.label);
      expect(text).toContain(permalink);
    }
    await page.reload();
    const tools = page.locator('.share-tools').getByRole('button');
    await expect(tools.first()).toHaveText('Copy: Markdown');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied');
    await page.reload();
    await expect(tools).toHaveText(['Copy link', 'Copy: Markdown', 'Copy quote', 'Save']);
  });

  test('a quote in a list can be copied with its reference, and so can its link', async ({
    page,
  }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied');
    const copied = await clipboard(page);
    expect(copied).toContain(firstQuote.text);
    expect(copied).toContain(`${firstQuote.person.label}, ${firstQuote.source.label}`);
    // The canonical site, not the test server.
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    const address = new URL(`${base}${permalink}`, canonical!).href;
    expect(copied).toContain(address);
    await figure.getByRole('button', { name: 'Link' }).click();
    await expect.poll(() => clipboard(page)).toBe(address);
  });
});

test.describe('where copying is refused', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
  });

  test('a permalink shows the text selected, and nothing claims success', async ({ page }) => {
    await page.goto(permalink);
    await page.getByRole('button', { name: 'Copy quote' }).click();
    await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toBeFocused();
    expect(await page.evaluate(() => getSelection()!.toString())).toContain(firstQuote.text);
    await expect(page.getByRole('status')).toContainText('blocked copying');
  });

  test('a quote in a list shows its text or its link selected', async ({ page }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status')).toContainText('blocked copying');
    const selected = () => page.evaluate(() => getSelection()!.toString());
    const copied = await selected();
    expect(copied).toContain(firstQuote.text);
    expect(copied).toContain(`${firstQuote.person.label}, ${firstQuote.source.label}`);
    await figure.getByRole('button', { name: 'Link' }).click();
    await expect.poll(selected).toMatch(new RegExp(`^https?://\\S+/${permalink}$`));
    await expect(figure.getByRole('textbox')).toHaveCount(1);
  });
});

test('a browser that can only copy plain text copies plain text', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'ClipboardItem', { value: undefined });
    const writeText = (text: string) => Promise.resolve((document.title = text));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.goto(`parts/${firstQuote.part.slug}/`);
  const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
  await figure.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await page.title()).toContain(firstQuote.text);
});

test.describe('without a network', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('a quote that cannot be loaded is not reported as refused', async ({ page }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await page.route('**/quotes/*.json', (route) => route.abort());
    const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  });
});

test('the share sheet of the system is offered if there is one', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (shared: { text: string }) => {
        document.title = shared.text;
        return Promise.resolve();
      },
    });
  });
  await page.goto(permalink);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  expect(await page.title()).toContain(firstQuote.source.label);
});

test('Share in a list opens the share menu of the permalink', async ({ page }) => {
  await page.goto(`parts/${firstQuote.part.slug}/`);
  await page
    .locator(`figure[data-quote="${firstQuote.id}"]`)
    .getByRole('link', { name: 'Share' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the text of every format can be selected', async ({ page }) => {
    await page.goto(permalink);
    await page.getByText('More ways to share').click();
    await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toHaveValue(
      new RegExp(firstQuote.source.label.replace(/[^\w ]/g, '.')),
    );
    await expect(page.getByRole('button', { name: 'Copy quote' })).toBeHidden();
  });
});
