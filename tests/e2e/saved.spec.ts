import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations, collection, expect, firstQuote, quoteIds, test, typeset } from './site.ts';
import { base } from '../site-urls.ts';

const { quotes } = collection;
const sample = quotes.slice(0, 3);
const [first, second] = sample as [(typeof sample)[0], (typeof sample)[0] | undefined];

const figures = (page: Page) => page.getByRole('main').locator('figure[data-quote]');
const item = (page: Page, id: string) =>
  page.getByRole('listitem').filter({ has: page.locator(`figure[data-quote="${id}"]`) });
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

/** Saves the first few quotes and opens the list. */
async function openSaved(page: Page): Promise<void> {
  await page.goto('themes/');
  await page.evaluate(
    (saved) => localStorage.setItem('saved', JSON.stringify(saved)),
    sample.map(({ id }) => ({ id, note: '' })),
  );
  await page.goto('saved/');
  await expect(figures(page)).toHaveCount(sample.length);
}

test('a list that loads late moves nothing visible', async ({ page }) => {
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/quotes.json', (route) => late.then(() => route.continue()));
  await page.goto('saved/');
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();
  arrive();
  await expect(page.getByText('Nothing saved yet')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();
});

test('a quote is saved on its page by a click or the key s, and its removal can be undone', async ({
  page,
}) => {
  await page.goto(`quotes/${first.id}/`);
  const button = page.getByRole('button', { name: /^Saved?$/ });
  await button.click();
  await expect(button).toHaveText('Saved');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Saved on this device.')).toBeVisible();
  await page.reload();
  await expect(button).toHaveText('Saved');
  await page.keyboard.press('s');
  await expect(button).toHaveText('Save');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(button).toHaveText('Saved');
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await page.getByRole('link', { name: 'See all' }).click();
  await expect(figures(page).locator('blockquote')).toContainText(typeset(first.text).slice(0, 20));
});

test('in a list a quote is saved by its button, or by the key s if it has the focus', async ({
  page,
}) => {
  await page.goto(`parts/${firstQuote.part.slug}/`);
  const last = firstQuote.part.quotes.at(-1)!;
  const figure = page.locator(`figure[data-quote="${last.id}"]`);
  await figure.getByRole('button', { name: 'Save' }).click();
  await expect(figure.getByRole('button', { name: 'Saved' })).toBeVisible();
  await figure.locator('a.u-url').focus();
  await page.keyboard.press('s');
  await expect(figure.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
});

test('buttons and keys reorder the list, and a reload keeps the order', async ({ page }) => {
  await openSaved(page);
  const [a, b, c] = idsOf(sample) as [string, string, string];
  await item(page, c).getByRole('button', { name: 'Up' }).click();
  expect(await quoteIds(page)).toEqual([a, c, b]);
  await expect(item(page, c).getByRole('button', { name: 'Up' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await quoteIds(page)).toEqual([c, a, b]);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(item(page, b).getByRole('button', { name: 'Down' })).toBeDisabled();
  await item(page, b).getByRole('button', { name: 'Down' }).click({ force: true });
  expect(await quoteIds(page)).toEqual([c, a, b]);
  await page.reload();
  await expect(figures(page)).toHaveCount(3);
  expect(await quoteIds(page)).toEqual([c, a, b]);
});

test('a note is stored with its quote', async ({ page }) => {
  await openSaved(page);
  const note = item(page, first.id).getByRole('textbox');
  await note.fill('Ask Anna.\nTwice.');
  await page.reload();
  await expect(note).toHaveValue('Ask Anna.\nTwice.');
});

test('undo restores a removed quote with its position and its note', async ({ page }) => {
  await openSaved(page);
  await item(page, first.id).getByRole('textbox').fill('Mine.');
  await item(page, first.id).getByRole('button', { name: 'Remove' }).click();
  expect(await quoteIds(page)).toEqual(idsOf(sample.slice(1)));
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await quoteIds(page)).toEqual(idsOf(sample));
  await expect(item(page, first.id).getByRole('textbox')).toHaveValue('Mine.');
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('Nothing saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await quoteIds(page)).toEqual(idsOf(sample));
});

test('two tabs show the same list', async ({ page, context }) => {
  await openSaved(page);
  const other = await context.newPage();
  await other.goto(`quotes/${first.id}/`);
  const button = other.getByRole('button', { name: /^Saved?$/ });
  await expect(button).toHaveText('Saved');
  await item(page, first.id).getByRole('button', { name: 'Remove' }).click();
  await expect(button).toHaveText('Save');
  await button.click();
  await expect(figures(page).last()).toHaveAttribute('data-quote', first.id);
});

for (const format of ['Markdown', 'JSON']) {
  test(`a list that is exported as ${format} is imported unchanged`, async ({ page }) => {
    await openSaved(page);
    await item(page, first.id).getByRole('textbox').fill('# Not a heading\n\n> Not a quote');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: format }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, 'utf8')).toContain(`/quotes/${first.id}/`);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page
      .getByLabel('Import')
      .setInputFiles({ name: 'list', mimeType: 'text/plain', buffer: readFileSync(file) });
    await expect(figures(page)).toHaveCount(sample.length);
    expect(await quoteIds(page)).toEqual(idsOf(sample));
    await expect(item(page, first.id).getByRole('textbox')).toHaveValue(
      '# Not a heading\n\n> Not a quote',
    );
  });
}

test('a file without quotes is rejected with a message, and changes nothing', async ({ page }) => {
  await openSaved(page);
  await page
    .getByLabel('Import')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 0]) });
  await expect(page.getByText('photo.png contains no quotes.')).toBeVisible();
  expect(await quoteIds(page)).toEqual(idsOf(sample));
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('all quotes can be copied with references, and so can a link to the list', async ({
    page,
  }) => {
    await openSaved(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy all' }).click();
    await expect.poll(copied).toContain(first.text);
    expect(await copied()).toContain(`${first.person.label}, ${first.source.label}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(copied).toMatch(new RegExp(`/saved/\\?ids=${idsOf(sample).join(',')}$`));
  });

  test('the status of a list is cleared when the list changes', async ({ page }) => {
    await openSaved(page);
    const status = page.locator('.saved-quotes').getByRole('status');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(status).toHaveText('Copied');
    await page.getByRole('button', { name: 'Remove all' }).click();
    await expect(status).toHaveText('');
  });
});

test('a list in the address leaves the reader’s own unchanged, and is saved only on request', async ({
  page,
}) => {
  await page.goto('themes/');
  await page.evaluate(
    (id) => localStorage.setItem('saved', JSON.stringify([{ id, note: 'Mine.' }])),
    first.id,
  );
  await page.goto(`saved/?ids=${second!.id},${first.id}`);
  await expect(page.getByText(/Someone sent you this list of 2 quotes/)).toBeVisible();
  const whereStored = page.getByText('Stored on this device only');
  await expect(whereStored).toBeHidden();
  expect(await quoteIds(page)).toEqual([second!.id, first.id]);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save these' }).click();
  await expect(page.getByText('1 quote added to your list.')).toBeVisible();
  await expect(whereStored).toBeVisible();
  expect(await quoteIds(page)).toEqual([first.id, second!.id]);
  await expect(item(page, first.id).getByRole('textbox')).toHaveValue('Mine.');
  await expect(page).toHaveURL(/\/saved\/$/);
});

test('an address without ids shows the reader’s own list', async ({ page }) => {
  await openSaved(page);
  await page.goto('saved/?ids=');
  await expect(page.locator('[data-list] > li')).toHaveCount(sample.length);
  await expect(page.getByText('Someone sent you')).toBeHidden();
  expect(await quoteIds(page)).toEqual(idsOf(sample));
});

test('a sent list shows the quotes that exist, and counts the others', async ({ page }) => {
  await page.goto(`saved/?ids=${first.id},no-such-quote,${second!.id}`);
  await expect(page.getByText('Someone sent you this list of 2 quotes.')).toBeVisible();
  await expect(
    page.getByText('1 of the 3 quotes in the link is not in this collection.'),
  ).toBeVisible();
  expect(await quoteIds(page)).toEqual([first.id, second!.id]);
  await page.getByRole('button', { name: 'Save these' }).click();
  await expect(page.getByText('2 quotes added to your list.')).toBeVisible();
  await expect(page.getByText('no-such-quote')).toHaveCount(0);
});

test('a sent list without existing quotes only links the reader’s own list', async ({ page }) => {
  await openSaved(page);
  await page.goto('saved/?ids=no-such-quote,Nothing!');
  await expect(page.getByText('none of its quotes is in this collection')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  expect(await quoteIds(page)).toEqual([]);
  await page.getByRole('link', { name: 'See your list' }).click();
  await expect(page.getByRole('button', { name: 'Remove all' })).toBeVisible();
  expect(await quoteIds(page)).toEqual(idsOf(sample));
});

test('a quote that is gone is shown as gone, and can be removed', async ({ page }) => {
  await page.goto('themes/');
  const key = base === '/' ? 'saved' : `saved:${base}`;
  await page.evaluate((key) => localStorage.setItem(key, '["no-such-quote"]'), key);
  await page.goto('saved/');
  await expect(page.getByText('This quote is no longer in the collection.')).toBeVisible();
  await expect(page.getByText('no-such-quote')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Nothing saved yet.')).toBeVisible();
});

test('a former id shows the quote under its current id', async ({ page }) => {
  await page.route('**/quotes.json', async (route) => {
    const response = await route.fetch();
    const data = (await response.json()) as { quotes: { aliases?: string[] }[] };
    data.quotes[0]!.aliases = ['old-name'];
    await route.fulfill({ response, json: data });
  });
  await page.goto('saved/?ids=old-name');
  await expect(figures(page)).toHaveAttribute('data-quote', first.id);
});

test.describe('where storage is full', () => {
  test('the page says so, and keeps working', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(`quotes/${first.id}/`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Your browser could not store this change')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  });
});

test('invalid data in storage is ignored', async ({ page }) => {
  await page.goto('themes/');
  await page.evaluate(() => localStorage.setItem('saved', '{"not": [a list'));
  await page.goto('saved/');
  await expect(page.getByText('Nothing saved yet.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a list with a notice, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openSaved(page);
    await item(page, first.id).getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button to save, and the saved page says why it is empty', async ({ page }) => {
    await page.goto(`parts/${firstQuote.part.slug}/`);
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
    await page.goto('saved/');
    await expect(page.getByText('Saving quotes needs JavaScript.')).toBeVisible();
  });
});
