import { urls } from '../site-urls.ts';
import { collection, expect, firstQuote, pageKinds, set, test, t } from './site.ts';

const { parts, quotes, themes, sources } = collection;

test('the title page names every part with its count and leads to it', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(collection.title));
  const entries = page.getByRole('navigation', { name: 'Contents' }).getByRole('listitem');
  await expect(entries).toHaveCount(parts.length);
  for (const [index, part] of parts.entries()) {
    await expect(entries.nth(index)).toContainText(set(part.label));
    await expect(entries.nth(index)).toContainText(`${part.quotes.length} quote`);
  }
  await entries.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(parts[0]!.label));
});

test('a part shows exactly its quotes, in order', async ({ page }) => {
  for (const part of parts) {
    await page.goto(`parts/${part.slug}/`);
    const ids = await page
      .locator('figure[data-quote]')
      .evaluateAll((figures) => figures.map((figure) => figure.dataset['quote']));
    expect(ids).toEqual(part.quotes.map(({ id }) => id));
  }
});

test('a part whose number is beyond their count does not say of how many it is', async ({
  page,
}) => {
  const { slug, number } = parts.find((part) => part.number > parts.length)!;
  await page.goto(`parts/${slug}/`);
  const title = page.locator('main > header');
  await expect(title).toContainText(t('part', { number: String(number) }));
  await expect(title).not.toContainText(String(parts.length));
});

test('a permalink shows the quote with its part, theme and source', async ({ page }) => {
  await page.goto(`quotes/${firstQuote.id}/`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(set(firstQuote.theme.label));
  await expect(main.locator('blockquote')).toHaveText(set(firstQuote.text));
  await main.getByRole('link', { name: set(firstQuote.source.label), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(firstQuote.source.label));
  // A page from the back/forward cache is not loaded again.
  await page.goBack({ waitUntil: 'commit' });
  await main
    .getByRole('link', {
      name: t('part', { number: String(firstQuote.part.number) }),
      exact: true,
    })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(firstQuote.part.label));
});

test('next leads through the book in reading order, across the ends of parts', async ({ page }) => {
  const lastOfPart = parts[0]!.quotes.length;
  const walked = quotes.slice(lastOfPart - 1, lastOfPart + 2);
  await page.goto(`quotes/${walked[0]!.id}/`);
  for (const quote of walked.slice(1)) {
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(quote.theme.label));
  }
  for (const quote of walked.slice(0, -1).toReversed()) {
    await page.getByRole('link', { name: /^Previous/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(quote.theme.label));
  }
});

test('the first quote has no previous and the last no next', async ({ page }) => {
  await page.goto(`quotes/${quotes[0]!.id}/`);
  await expect(page.getByRole('link', { name: /^Previous/ })).toHaveCount(0);
  await page.goto(`quotes/${quotes.at(-1)!.id}/`);
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
});

test('the book contains every quote in reading order', async ({ page }) => {
  await page.goto('quotes/');
  const ids = await page
    .locator('figure[data-quote]')
    .evaluateAll((figures) => figures.map((figure) => figure.dataset['quote']));
  expect(ids).toEqual(quotes.slice(0, 1000).map(({ id }) => id));
});

test('themes stand from A to Z and each leads to its quotes and to others', async ({ page }) => {
  await page.goto('themes/');
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(links).toHaveText(themes.map(({ label }) => set(label)));
  await links.first().click();
  const own = themes[0]!.quotes.length;
  await expect(page.locator('figure[data-quote]').first()).toContainText(
    set(themes[0]!.quotes[0]!.text),
  );
  expect(await page.locator('figure[data-quote]').count()).toBeGreaterThanOrEqual(own);
});

test('sources stand with their counts and each shows its quotes', async ({ page }) => {
  await page.goto('sources/');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries).toHaveCount(sources.length);
  const most = sources.toSorted((a, b) => b.quotes.length - a.quotes.length)[0]!;
  const entry = entries.filter({
    has: page.getByRole('link', { name: set(most.label), exact: true }),
  });
  await expect(entry).toContainText(`${most.quotes.length} quote`);
  await entry.getByRole('link').click();
  await expect(page.locator('figure[data-quote]')).toHaveCount(most.quotes.length);
  const verified = most.quotes.filter(({ status }) => status === 'verified').length;
  await expect(page.getByRole('main')).toContainText(
    t('source.verified', { verified, count: most.quotes.length }),
  );
});

test('the page of a source says where in it each quote stands', async ({ page }) => {
  const known = quotes.find(({ url, date }) => url && date);
  await page.goto(`sources/${known!.source.slug}/`);
  const figure = page.locator(`figure[data-quote="${known!.id}"]`);
  await expect(figure.getByRole('link', { name: t('quote.atSource') })).toHaveAttribute(
    'href',
    known!.url!,
  );
  await expect(figure.locator('time')).toHaveAttribute('datetime', known!.date!);
});

test('a mistyped permalink is answered with 404 and the quote that was meant', async ({ page }) => {
  const response = await page.goto(`quotes/${firstQuote.id.slice(0, -1)}/`);
  expect(response!.status()).toBe(404);
  await page.getByText('Did you mean').getByRole('link').click();
  await expect(page.getByRole('main').locator('blockquote')).toHaveText(set(firstQuote.text));
});

for (const address of [`quotes/${firstQuote.id}/more`, `parts/${firstQuote.id}/`, firstQuote.id]) {
  test(`the quote that was meant is found from /${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Did you mean').getByRole('link')).toHaveAttribute(
      'href',
      urls.quote(firstQuote),
    );
  });
}

test('a pasted link to any kind of page is forgiven its case, ending and marks', async ({
  page,
}) => {
  const { part, theme, source, subject } = pageKinds;
  const pasted = (path: string) => [
    `${path.slice(0, -1)})/`,
    `${path.slice(0, -1)}.html`,
    `${path.toUpperCase()}?utm_source=letter`,
  ];
  const cases = [part, theme, source, subject, 'themes/', 'saved/', 'random/']
    .filter((path) => path !== undefined)
    .flatMap((path) => pasted(path).map((address) => ({ address, path })));
  for (const { address, path } of cases) {
    await page.goto(address);
    const query = path === 'saved/' && address.includes('?') ? '?utm_source=letter' : '';
    await expect(page.getByText('Did you mean').getByRole('link')).toHaveAttribute(
      'href',
      urls.home() + path + query,
    );
  }
});

test('an address that is like no page leads to none, whatever its folder is called', async ({
  page,
}) => {
  await page.route('**/slugs/quotes.json', async (route) => {
    await route.fulfill({ json: { slugs: ['wp-content-and-us'], former: [] } });
  });
  const data = page.waitForResponse('**/slugs/quotes.json');
  await page.goto('wp-content/xyzzy');
  await data;
  await expect(page.getByText('Did you mean').first()).toBeHidden();
});

test('the 404 page offers search and the contents', async ({ page }) => {
  await page.goto('no/such/page');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.getByRole('link', { name: set(parts[0]!.label) })).toBeVisible();
});
