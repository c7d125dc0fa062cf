import { collection, expect, firstQuote, test, typeset } from './site.ts';

/** Returns the longest words of a text, which readers are likely to remember. */
function keywords(text: string, count: number): string[] {
  const words = text.match(/\p{L}{5,}/gu) ?? [];
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, count);
}

const queryWords = keywords(firstQuote.text, 3);
const misspelt = queryWords.map((word) => word.slice(0, 2) + word.slice(3)).toReversed();

test('no code or data of the search is loaded before the reader starts to search', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`quotes/${firstQuote.id}/`);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /search\.json|engine/u.test(path))).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type(queryWords[0]!);
  await expect(page.getByRole('dialog').locator('figure').first()).toBeVisible();
  expect(loaded.filter((path) => path.endsWith('/search.json'))).toHaveLength(1);
});

for (const [name, open] of [
  ['the button', 'button'],
  ['/', '/'],
  ['Ctrl+K', 'Control+k'],
  ['Cmd+K', 'Meta+k'],
] as const) {
  test(`${name} opens the dialog, and Escape returns the focus`, async ({ page }) => {
    await page.goto('themes/');
    const button = page.getByRole('button', { name: 'Search' });
    await button.focus();
    if (open === 'button') await button.click();
    else await page.keyboard.press(open);
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type(queryWords[0]!);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
}

test('misspelt words in another order find the quote; arrow and Enter open it', async ({
  page,
}) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type(misspelt.join(' '));
  const results = page.getByRole('dialog').locator('[data-results] > li > figure');
  await expect(results.first()).toHaveAttribute('data-quote', firstQuote.id);
  await expect(results.first().locator('mark').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('blockquote')).toHaveText(typeset(firstQuote.text));
});

test('arrow keys move through the results and back to the field, and typing continues there', async ({
  page,
}) => {
  await page.goto('search/');
  const field = page.getByRole('searchbox');
  await field.fill(queryWords[0]!.slice(0, 3));
  await expect(page.locator('[data-search]')).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-results] a.u-url').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('q');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${queryWords[0]!.slice(0, 3)}q`);
});

test('words of theme and source together find a quote', async ({ page }) => {
  await page.goto('search/');
  await page
    .getByRole('searchbox')
    .fill(`${firstQuote.source.label} ${firstQuote.theme.label}`.slice(0, 100));
  await expect(page.locator('[data-results] figure').first()).toHaveAttribute(
    'data-quote',
    firstQuote.id,
  );
});

test('every result shows why it was found', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent(firstQuote.part.label)}`);
  const results = page.locator('[data-results] > li');
  await expect(results.first()).toBeVisible();
  await expect(results.filter({ hasNot: page.locator('mark') })).toHaveCount(0);
  expect(await results.count()).toBeGreaterThan(0);
});

test('nonsense finds nothing and says so', async ({ page }) => {
  await page.goto('search/?q=xqzzv+plorkh');
  await expect(page.locator('[data-search]')).toHaveAttribute('data-state', 'empty');
  await expect(page.locator('[data-results] > li')).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(/No quotes found/);
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Quotes', exact: true }),
  ).toBeVisible();
});

test('a word that no quote contains hides no result, and is named', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent(`${queryWords.join(' ')} xqzzv`)}`);
  const first = page.locator('[data-results] > li').first();
  await expect(first.locator('figure')).toHaveAttribute('data-quote', firstQuote.id);
  await expect(first).toHaveAttribute('data-match', 'close');
  await expect(page.getByRole('status')).toHaveText(/xqzzv/);
});

test('the count is announced once, after typing has stopped', async ({ page }) => {
  await page.goto('search/');
  await page.evaluate(() => {
    const announced: string[] = [];
    const status = document.querySelector('[data-search] [role=status]')!;
    new MutationObserver(() => announced.push(status.textContent)).observe(status, {
      childList: true,
    });
    Object.assign(globalThis, { announced });
  });
  await page.getByRole('searchbox').pressSequentially(queryWords[0]!);
  await expect(page.getByRole('status')).toHaveText(/quote/);
  expect(
    await page.evaluate(() => (globalThis as unknown as { announced: string[] }).announced),
  ).toHaveLength(1);
});

test('the address contains the query, and Back restores query and results', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill(queryWords.join(' '));
  await expect(page).toHaveURL(new RegExp(`search/\\?q=${encodeURIComponent(queryWords[0]!)}`));
  await page.locator('[data-results] a.u-url').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('searchbox')).toHaveValue(queryWords.join(' '));
  await expect(page.locator('[data-results] figure').first()).toBeVisible();
});

test('the form of the title page is a plain GET form', async ({ page }) => {
  await page.goto('');
  await page.getByRole('searchbox').fill(queryWords[0]!);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`search/\\?q=${encodeURIComponent(queryWords[0]!)}$`));
  await expect(page.locator('[data-results] figure').first()).toBeVisible();
});

test('filters by part and source show their counts, narrow the results, and stay in the address', async ({
  page,
}) => {
  const { label: name } = firstQuote.source;
  const { number } = firstQuote.part;
  await page.goto(`search/?q=${encodeURIComponent(queryWords[0]!)}`);
  const part = page.getByRole('combobox', { name: 'Part' });
  const source = page.getByRole('combobox', { name: 'Source' });
  await part.selectOption(String(number));
  await source.selectOption(name);
  await expect(page).toHaveURL(new RegExp(`part=${number}&source=`));
  const figures = page.locator('[data-results] figure');
  await expect(figures.locator('cite')).toHaveText(
    Array<string>(await figures.count()).fill(typeset(name)),
  );
  await page.reload();
  await expect(part).toHaveValue(String(number));
  await expect(source).toHaveValue(name);
  await expect(figures.first()).toBeVisible();
  await part.selectOption('');
  await expect(page).not.toHaveURL(/part=/);
});

test('the filter by person narrows the results, also after a reload and Back', async ({ page }) => {
  const other = collection.people.find(
    ({ label, quotes }) => label !== collection.person && quotes.length > 1,
  )!;
  await page.goto('search/?q=the');
  const person = page.getByRole('combobox', { name: 'People' });
  const figures = page.locator('[data-results] figure');
  await expect(person).toContainText(`${other.label} (${other.quotes.length})`);
  const expectNarrowed = async () => {
    await expect(person).toHaveValue(other.label);
    await expect(figures).toHaveCount(other.quotes.length);
    for (const { id } of other.quotes) {
      await expect(page.locator(`[data-results] [data-quote="${id}"]`)).toBeVisible();
    }
  };
  await person.selectOption(other.label);
  await expectNarrowed();
  await expect(page).toHaveURL(`search/?q=the&person=${other.label.replaceAll(' ', '+')}`);
  await page.reload();
  await expectNarrowed();
  await figures.first().locator('a.u-url').click();
  await page.goBack({ waitUntil: 'commit' });
  await expectNarrowed();
  await person.selectOption('');
  await expect(page).not.toHaveURL(/person=/);
  expect(await figures.count()).toBeGreaterThan(other.quotes.length);
});

test('Back reopens the search dialog as it was left', async ({ page }) => {
  await page.goto('themes/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(queryWords.join(' '));
  await page.getByRole('dialog').locator('[data-results] a.u-url').first().click();
  await expect(page).toHaveURL(new RegExp(`/quotes/${firstQuote.id}/$`));
  await page.goBack({ waitUntil: 'commit' });
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('searchbox')).toHaveValue(queryWords.join(' '));
  await expect(dialog.locator('[data-results] figure').first()).toBeVisible();
});

test('a dialog that is reopened keeps its results', async ({ page }) => {
  await page.goto('themes/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await page.keyboard.type(queryWords[0]!);
  const first = await dialog.locator('figure').first().elementHandle();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('a.u-url').first()).toBeFocused();
  expect(await first.evaluate((figure) => figure.contains(document.activeElement))).toBe(true);
});

test('shortcuts are off while typing, and work on non-Latin keyboards', async ({ page }) => {
  await page.goto('');
  await page.getByRole('searchbox').first().click();
  await page.keyboard.type('a/b');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true }),
    ),
  );
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('/ and Ctrl+K focus the field of the search page', async ({ page }) => {
  await page.goto('search/?q=the');
  const field = page.getByRole('searchbox');
  for (const key of ['/', 'Control+k']) {
    await page.getByRole('heading', { level: 1 }).click();
    await expect(field).not.toBeFocused();
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
  }
});

test('Back to the title page restores its results', async ({ page }) => {
  await page.goto('');
  await page.getByRole('main').getByRole('searchbox').fill(queryWords.join(' '));
  await page.locator('[data-results] a.u-url').first().click();
  await expect(page).toHaveURL(new RegExp(`/quotes/${firstQuote.id}/$`));
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(queryWords.join(' '));
  await expect(page.locator('[data-results] figure').first()).toBeVisible();
});

test.describe('with a connection that fails', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('the search reports that it could not be loaded, and tries again', async ({ page }) => {
    await page.route('**/search.json', (route) => route.abort());
    await page.goto('search/');
    const field = page.getByRole('searchbox');
    await field.fill(queryWords[0]!);
    await expect(page.locator('[data-search]')).toHaveAttribute('data-state', 'error');
    await page.unrouteAll();
    await field.fill(queryWords.join(' '));
    await expect(page.locator('[data-search]')).toHaveAttribute('data-state', 'ready');
  });
});

test('a result looks like a quote: theme, text, source and permalink', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent(queryWords.join(' '))}`);
  const result = page.locator(`figure[data-quote="${firstQuote.id}"]`);
  await expect(result.locator('.p-name')).toHaveText(typeset(firstQuote.theme.label));
  await expect(result.locator('blockquote.p-content')).toHaveText(typeset(firstQuote.text));
  await expect(result.locator('figcaption cite.p-publication')).toHaveText(
    typeset(firstQuote.source.label),
  );
  await expect(result.locator('a.u-url')).toHaveAttribute('href', /\/quotes\/[a-z0-9-]+\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page offers the whole book and the indexes', async ({ page }) => {
    await page.goto('');
    await page.getByRole('searchbox').fill('data');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/search\/\?q=data$/);
    const main = page.getByRole('main');
    for (const name of ['Quotes', 'Contents', 'Themes', 'Sources']) {
      await expect(main.getByRole('link', { name })).toBeVisible();
    }
  });

  test('the search button of every page leads to the search page', async ({ page }) => {
    await page.goto(`parts/${collection.parts[0]!.slug}/`);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  });
});

test('on a narrow screen nothing overlaps in the dialog', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(`${firstQuote.theme.label.slice(3, -2)}x`);
  await expect(dialog.locator('[data-results] > li').first()).toBeVisible();
  const bottoms = await dialog
    .locator('[data-search] > div, .search-suggestion, [data-results]')
    .evaluateAll((boxes) =>
      boxes
        .filter((box) => box.getClientRects().length > 0)
        .map((box) => {
          const { top, bottom } = box.getBoundingClientRect();
          const last = [...box.children].map((child) => child.getBoundingClientRect().bottom);
          const scrolls = getComputedStyle(box).overflowY === 'auto';
          return { top, bottom: scrolls ? bottom : Math.max(bottom, ...last) };
        }),
    );
  for (const [index, { bottom }] of bottoms.slice(0, -1).entries()) {
    expect(bottoms[index + 1]!.top).toBeGreaterThanOrEqual(bottom - 1);
  }
});

test('until typing pauses, only as many results are rendered as fit the window', async ({
  page,
}) => {
  // No pause in typing ever ends.
  await page.addInitScript(() => {
    const setTimeout = window.setTimeout.bind(window);
    const withoutPauses = (act: () => void, after = 0) =>
      after < 300 ? setTimeout(act, after) : 0;
    window.setTimeout = withoutPauses as typeof setTimeout;
  });
  await page.goto('search/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.insertText('the');
  const results = page.getByRole('main').locator('figure');
  await expect(results.first()).toBeVisible();
  expect(await results.count()).toBeLessThanOrEqual(10);
});
