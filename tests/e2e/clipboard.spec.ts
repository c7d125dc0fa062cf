import type { Page } from '@playwright/test';
import { base } from '../site-urls.ts';
import { expect, firstQuote, test } from './site.ts';

const permalink = `quotes/${firstQuote.id}/`;
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copy quote takes quote, reference and address along', async ({ page }) => {
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

  test('every form is copied as it stands, and the last one is offered first next time', async ({
    page,
  }) => {
    await page.goto(permalink);
    await page.getByText('More ways to share').click();
    for (const form of ['Plain text', 'HTML', 'Reference only', 'BibTeX', 'CSL-JSON', 'Markdown']) {
      await page.getByRole('button', { name: `Copy: ${form}` }).click();
      const text = await page.getByRole('textbox', { name: form }).inputValue();
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

  test('a quote in a list is copied with its reference, and so is its link', async ({ page }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied');
    const copied = await clipboard(page);
    expect(copied).toContain(firstQuote.text);
    expect(copied).toContain(`${firstQuote.person.label}, ${firstQuote.source.label}`);
    // Where the site lives, which is not where it is tested.
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

  test('the text appears selected on the permalink, and nothing claims success', async ({
    page,
  }) => {
    await page.goto(permalink);
    await page.getByRole('button', { name: 'Copy quote' }).click();
    await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toBeFocused();
    expect(await page.evaluate(() => getSelection()!.toString())).toContain(firstQuote.text);
    await expect(page.getByRole('status')).toContainText('blocked copying');
  });

  test('so it does under a quote in a list, and the link likewise', async ({ page }) => {
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

test('a browser that copies plain text only is asked for that', async ({ page }) => {
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

  test('a quote in a list is not said to be refused', async ({ page }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await page.route('**/quotes/*.json', (route) => route.abort());
    const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  });
});

test('the share sheet of the system is offered where there is one', async ({ page }) => {
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

test('share in a list leads to the open menu of the permalink', async ({ page }) => {
  await page.goto(`parts/${firstQuote.part.slug}/`);
  await page
    .locator(`figure[data-quote="${firstQuote.id}"]`)
    .getByRole('link', { name: 'Share' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every text is there to be selected', async ({ page }) => {
    await page.goto(permalink);
    await page.getByText('More ways to share').click();
    await expect(page.getByRole('textbox', { name: 'Quote with reference' })).toHaveValue(
      new RegExp(firstQuote.source.label.replace(/[^\w ]/g, '.')),
    );
    await expect(page.getByRole('button', { name: 'Copy quote' })).toBeHidden();
  });
});
