import { urls } from '../site-urls.ts';
import { collection, expect, firstQuote, pageKinds, quoteIds, t, test, typeset } from './site.ts';

const { parts, quotes, themes, sources } = collection;

test('the title page links every part and shows its number of quotes', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(collection.title));
  const entries = page.getByRole('navigation', { name: 'Contents' }).getByRole('listitem');
  await expect(entries).toHaveCount(parts.length);
  for (const [index, part] of parts.entries()) {
    await expect(entries.nth(index)).toContainText(typeset(part.label));
    await expect(entries.nth(index)).toContainText(`${part.quotes.length} quote`);
  }
  await entries.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(parts[0]!.label));
});

test('a part shows exactly its quotes, in order', async ({ page }) => {
  for (const part of parts) {
    await page.goto(`parts/${part.slug}/`);
    expect(await quoteIds(page)).toEqual(part.quotes.map(({ id }) => id));
  }
});

test('a part whose number exceeds the number of parts does not show a total', async ({ page }) => {
  const { slug, number } = parts.find((part) => part.number > parts.length)!;
  await page.goto(`parts/${slug}/`);
  const title = page.locator('main > header');
  await expect(title).toContainText(t('part', { number: String(number) }));
  await expect(title).not.toContainText(String(parts.length));
});

test('a permalink shows the quote with its part, theme and source', async ({ page }) => {
  await page.goto(`quotes/${firstQuote.id}/`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(typeset(firstQuote.theme.label));
  await expect(main.locator('blockquote')).toHaveText(typeset(firstQuote.text));
  await main.getByRole('link', { name: typeset(firstQuote.source.label), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    typeset(firstQuote.source.label),
  );
  // A page from the back/forward cache is not loaded again.
  await page.goBack({ waitUntil: 'commit' });
  await main
    .getByRole('link', {
      name: t('part', { number: String(firstQuote.part.number) }),
      exact: true,
    })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(firstQuote.part.label));
});

test('Next and Previous follow the reading order across parts', async ({ page }) => {
  const lastOfPart = parts[0]!.quotes.length;
  const sequence = quotes.slice(lastOfPart - 1, lastOfPart + 2);
  await page.goto(`quotes/${sequence[0]!.id}/`);
  for (const quote of sequence.slice(1)) {
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(quote.theme.label));
  }
  for (const quote of sequence.slice(0, -1).toReversed()) {
    await page.getByRole('link', { name: /^Previous/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(quote.theme.label));
  }
});

test('the first quote has no Previous and the last no Next', async ({ page }) => {
  await page.goto(`quotes/${quotes[0]!.id}/`);
  await expect(page.getByRole('link', { name: /^Previous/ })).toHaveCount(0);
  await page.goto(`quotes/${quotes.at(-1)!.id}/`);
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
});

test('the book contains every quote in reading order', async ({ page }) => {
  await page.goto('quotes/');
  expect(await quoteIds(page)).toEqual(quotes.slice(0, 1000).map(({ id }) => id));
});

test('themes are listed from A to Z, and the page of a theme shows its quotes first', async ({
  page,
}) => {
  await page.goto('themes/');
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(links).toHaveText(themes.map(({ label }) => typeset(label)));
  await links.first().click();
  const { slug, quotes } = themes[0]!;
  await page.waitForURL(`**/themes/${slug}/`);
  expect((await quoteIds(page)).slice(0, quotes.length)).toEqual(quotes.map(({ id }) => id));
});

test('sources are listed with counts, and the page of a source shows its quotes', async ({
  page,
}) => {
  await page.goto('sources/');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries).toHaveCount(sources.length);
  const largest = sources.toSorted((a, b) => b.quotes.length - a.quotes.length)[0]!;
  const entry = entries.filter({
    has: page.getByRole('link', { name: typeset(largest.label), exact: true }),
  });
  await expect(entry).toContainText(`${largest.quotes.length} quote`);
  await entry.getByRole('link').click();
  await expect(page.locator('figure[data-quote]')).toHaveCount(largest.quotes.length);
  const verified = largest.quotes.filter(({ status }) => status === 'verified').length;
  await expect(page.getByRole('main')).toContainText(
    t('source.verified', { verified, count: largest.quotes.length }),
  );
});

test('the page of a source shows the address and the date of a quote', async ({ page }) => {
  const dated = quotes.find(({ url, date }) => url && date);
  await page.goto(`sources/${dated!.source.slug}/`);
  const figure = page.locator(`figure[data-quote="${dated!.id}"]`);
  await expect(figure.getByRole('link', { name: t('quote.atSource') })).toHaveAttribute(
    'href',
    dated!.url!,
  );
  await expect(figure.locator('time')).toHaveAttribute('datetime', dated!.date!);
});

test('a mistyped permalink returns 404 and suggests the right quote', async ({ page }) => {
  const response = await page.goto(`quotes/${firstQuote.id.slice(0, -1)}/`);
  expect(response!.status()).toBe(404);
  await page.getByText('Did you mean').getByRole('link').click();
  await expect(page.getByRole('main').locator('blockquote')).toHaveText(typeset(firstQuote.text));
});

for (const address of [`quotes/${firstQuote.id}/more`, `parts/${firstQuote.id}/`, firstQuote.id]) {
  test(`/${address} suggests the right quote`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Did you mean').getByRole('link')).toHaveAttribute(
      'href',
      urls.quote(firstQuote),
    );
  });
}

test('wrong case, extensions and punctuation of pasted links are corrected', async ({ page }) => {
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

test('an address that resembles no page gets no suggestion, whatever its folder is called', async ({
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
  await expect(page.getByRole('link', { name: typeset(parts[0]!.label) })).toBeVisible();
});
