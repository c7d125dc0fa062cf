import type { Page } from '@playwright/test';
import { directionOf } from '../../src/text/language.ts';
import { collection, expect, firstQuote, pageKinds, test } from './site.ts';

const { quotes, parts } = collection;
const foreign = quotes.find(({ lang }) => lang !== collection.lang);

test('a page has the direction of its language', { tag: '@rtl' }, async ({ page }) => {
  for (const path of [pageKinds['title']!, pageKinds['quote']!, `embed/${firstQuote.id}/`]) {
    await page.goto(path);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', collection.lang);
    await expect(html).toHaveCSS('direction', directionOf(collection.lang));
  }
});

test(
  'a quote in another language is marked as such everywhere',
  { tag: '@rtl' },
  async ({ page }) => {
    const { id, lang, part } = foreign!;
    const expectMarked = async (path: string): Promise<void> => {
      await page.goto(path);
      const quote = page.locator(`figure[data-quote="${id}"] blockquote`).first();
      await expect(quote).toHaveAttribute('lang', lang);
      await expect(quote).toHaveCSS('direction', directionOf(lang));
    };
    await expectMarked(`quotes/${id}/`);
    await expectMarked(`embed/${id}/`);
    await expectMarked(`parts/${part.slug}/`);
    await expectMarked('quotes/');
    await expectMarked(`search/?q=${encodeURIComponent(foreign!.text.slice(0, 40))}`);
    await expectMarked(`saved/?ids=${id}`);
    const oembed = (await (await page.request.get(`oembed/${id}.json`)).json()) as { html: string };
    expect(oembed.html).toContain(`embed/${id}/`);
  },
);

/** Returns the side on which the opening mark hangs. */
function hangingSide(page: Page): Promise<string> {
  return page
    .locator('blockquote > :first-child')
    .first()
    .evaluate((first) => {
      const mark = getComputedStyle(first, '::before');
      return parseFloat(mark.left) < 0 ? 'left' : parseFloat(mark.right) < 0 ? 'right' : 'inside';
    });
}

test('the opening mark hangs on the side where lines begin', { tag: '@rtl' }, async ({ page }) => {
  for (const quote of [firstQuote, ...(foreign ? [foreign] : [])]) {
    await page.goto(`quotes/${quote.id}/`);
    expect(await hangingSide(page)).toBe(directionOf(quote.lang) === 'rtl' ? 'right' : 'left');
  }
  await page.locator('blockquote').evaluate((quote: HTMLElement) => (quote.dir = 'rtl'));
  expect(await hangingSide(page)).toBe('right');
  await page.locator('blockquote').evaluate((quote: HTMLElement) => (quote.dir = 'ltr'));
  expect(await hangingSide(page)).toBe('left');
});

test(
  'Previous, Next and the arrow keys follow the direction of the text',
  {
    tag: '@rtl',
  },
  async ({ page }) => {
    const [, second] = quotes;
    await page.goto(`quotes/${second!.id}/`);
    const edge = async (rel: string) =>
      (await page.locator(`.steps [rel=${rel}]`).boundingBox())!.x;
    const isRtl = directionOf(collection.lang) === 'rtl';
    expect((await edge('prev')) > (await edge('next'))).toBe(isRtl);
    await page.keyboard.press(isRtl ? 'ArrowLeft' : 'ArrowRight');
    await expect(page).toHaveURL(new RegExp(`/quotes/${quotes[2]!.id}/$`));
  },
);

test(
  'numbers, titles and counts of the contents follow the direction of the text',
  {
    tag: '@rtl',
  },
  async ({ page }) => {
    await page.goto('');
    const entry = page.locator('.part-entries li').first();
    const edge = async (of: string) => (await entry.locator(`.part-entry-${of}`).boundingBox())!.x;
    const edges = [await edge('number'), await edge('title'), await edge('count')];
    const isRtl = directionOf(collection.lang) === 'rtl';
    expect(edges.toSorted((a, b) => (isRtl ? b - a : a - b))).toEqual(edges);
    expect(parts.length).toBeGreaterThan(0);
  },
);

test('a result in another direction stays in the column of the others', async ({ page }) => {
  const { text } = collection.quotes.find(({ lang }) => directionOf(lang) === 'rtl')!;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`search/?q=${encodeURIComponent(text)}`);
  const figure = page.locator('[data-results] figure').first();
  await expect(figure.locator('blockquote')).toHaveAttribute('dir', 'rtl');
  const left = (part: string) =>
    figure.locator(part).evaluate((element) => element.getBoundingClientRect().x);
  expect(await left('blockquote')).toBe(await left('figcaption'));
});

test('the names of an index are aligned, whatever their script', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('people/');
  const edges = await page.locator('.letter-index li a').evaluateAll((links) =>
    links.map((link) => {
      const name = document.createRange();
      name.selectNodeContents(link);
      return Math.round(name.getBoundingClientRect().left);
    }),
  );
  expect(edges.length).toBeGreaterThan(1);
  expect(new Set(edges).size).toBe(1);
});
