import { neighbours } from '../../src/collection/order.ts';
import { relations } from '../../src/collection/related.ts';
import { urls } from '../site-urls.ts';
import { collection, expect, quoteIds, subject, test, typeset } from './site.ts';

const { nearest } = relations(collection);

test.describe('subjects', () => {
  test('are listed from A to Z with counts, and each links its quotes', async ({ page }) => {
    await page.goto('');
    await page
      .getByRole('navigation', { name: 'Site' })
      .getByRole('link', { name: 'Subjects' })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subjects');
    const entries = page.getByRole('main').getByRole('listitem');
    await expect(entries).toHaveCount(collection.subjects.length);
    for (const [index, { label, quotes }] of collection.subjects.entries()) {
      await expect(entries.nth(index).getByRole('link').first()).toHaveText(typeset(label));
      await expect(entries.nth(index)).toContainText(`${quotes.length} quote`);
    }
    await entries.getByRole('link', { name: typeset(subject!.label), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(subject!.label));
  });

  test('show their quotes in reading order, with mentions highlighted', async ({ page }) => {
    await page.goto(`subjects/${subject!.slug}/`);
    const figures = page.locator('figure[data-quote]');
    expect(await quoteIds(page)).toEqual(subject!.quotes.map(({ id }) => id));
    for (const [index, { text }] of subject!.quotes.entries()) {
      const quote = figures.nth(index).locator('blockquote');
      await expect(quote).toHaveText(typeset(text));
      await expect(quote.locator('mark').first()).toBeVisible();
    }
  });

  test('are linked on the permalink of a quote that mentions them', async ({ page }) => {
    await page.goto(`quotes/${subject!.quotes[0]!.id}/`);
    const links = page.getByRole('navigation', { name: 'Subjects' }).getByRole('link');
    await expect(links).toHaveText(subject!.quotes[0]!.subjects.map(({ label }) => typeset(label)));
    await links
      .filter({ hasText: typeset(subject!.label) })
      .first()
      .click();
    await expect(page).toHaveURL(/\/subjects\/[^/]+\/$/u);
  });
});

test(
  'a collection without subjects has no page for them and no link to it',
  { tag: '@large' },
  async ({ page }) => {
    const response = await page.goto('subjects/');
    expect(response!.status()).toBe(404);
    await page.goto('');
    await expect(page.getByRole('link', { name: 'Subjects' })).toHaveCount(0);
  },
);

test('a permalink links related quotes by theme, without their text', async ({ page }) => {
  const quote = collection.quotes.find((candidate) => nearest([candidate], 3).length > 0);
  const related = nearest([quote!], 3);
  const { previous, next } = neighbours(collection, quote!);
  expect(related).not.toContain(previous);
  expect(related).not.toContain(next);
  await page.goto(`quotes/${quote!.id}/`);
  await expect(page.locator('figure[data-quote]')).toHaveCount(1);
  const links = page.getByRole('navigation', { name: 'Related' }).getByRole('link');
  await expect(links).toHaveCount(related.length);
  await links.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    typeset(related[0]!.theme!.label),
  );
});

test('a quote without related quotes has no list of them', async ({ page }) => {
  const quote = collection.quotes.find((candidate) => nearest([candidate], 3).length === 0);
  await page.goto(`quotes/${quote!.id}/`);
  await expect(page.getByRole('navigation', { name: 'Related' })).toHaveCount(0);
});

test('every theme links to other quotes', async ({ page }) => {
  const alone = collection.themes.find(({ quotes }) => nearest(quotes, 3).length === 0);
  for (const { slug, quotes } of [collection.themes[0]!, alone ?? collection.themes.at(-1)!]) {
    await page.goto(`themes/${slug}/`);
    const linked = await page
      .locator('main a[href*="/quotes/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const own = new Set(quotes.map((quote) => urls.quote(quote)));
    expect(linked.filter((path) => !own.has(path.replace(/\.\w+$/u, '/')))).not.toEqual([]);
  }
});
