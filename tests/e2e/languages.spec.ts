import type { Page } from '@playwright/test';
import { directionOf } from '../../src/text/language.ts';
import { collection, expect, firstQuote, pageKinds, test } from './site.ts';

const { quotes, parts } = collection;
const foreign = quotes.find(({ lang }) => lang !== collection.lang);

test('a page runs the way of its language', { tag: '@rtl' }, async ({ page }) => {
  for (const path of [pageKinds['title']!, pageKinds['quote']!, `embed/${firstQuote.id}/`]) {
    await page.goto(path);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', collection.lang);
    await expect(html).toHaveCSS('direction', directionOf(collection.lang));
  }
});

test(
  'a quote in another language says so wherever it stands',
  { tag: '@rtl' },
  async ({ page }) => {
    const { id, lang, part } = foreign!;
    const says = async (path: string): Promise<void> => {
      await page.goto(path);
      const quote = page.locator(`figure[data-quote="${id}"] blockquote`).first();
      await expect(quote).toHaveAttribute('lang', lang);
      await expect(quote).toHaveCSS('direction', directionOf(lang));
    };
    await says(`quotes/${id}/`);
    await says(`embed/${id}/`);
    await says(`parts/${part.slug}/`);
    await says('quotes/');
    await says(`search/?q=${encodeURIComponent(foreign!.text.slice(0, 40))}`);
    await says(`saved/?ids=${id}`);
    const at = (await (await page.request.get(`oembed/${id}.json`)).json()) as { html: string };
    expect(at.html).toContain(`embed/${id}/`);
  },
);

/** Where the opening mark stands: it hangs before the text, on the side where lines begin. */
function hangingSide(page: Page): Promise<string> {
  return page
    .locator('blockquote > :first-child')
    .first()
    .evaluate((first) => {
      const mark = getComputedStyle(first, '::before');
      return parseFloat(mark.left) < 0 ? 'left' : parseFloat(mark.right) < 0 ? 'right' : 'inside';
    });
}

test('the opening mark hangs where lines begin', { tag: '@rtl' }, async ({ page }) => {
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
  'previous and next stand, and arrow keys lead, the way that text runs',
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
  'numbers, titles and counts of the contents stand in the order of reading',
  {
    tag: '@rtl',
  },
  async ({ page }) => {
    await page.goto('');
    const entry = page.locator('.part-entries li').first();
    const edge = async (of: string) => (await entry.locator(`.part-entry-${of}`).boundingBox())!.x;
    const places = [await edge('number'), await edge('title'), await edge('count')];
    const isRtl = directionOf(collection.lang) === 'rtl';
    expect(places.toSorted((a, b) => (isRtl ? b - a : a - b))).toEqual(places);
    expect(parts.length).toBeGreaterThan(0);
  },
);

test('a result in another direction keeps to the column of the others', async ({ page }) => {
  const { text } = collection.quotes.find(({ lang }) => directionOf(lang) === 'rtl')!;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`search/?q=${encodeURIComponent(text)}`);
  const figure = page.locator('[data-results] figure').first();
  await expect(figure.locator('blockquote')).toHaveAttribute('dir', 'rtl');
  const left = (part: string) =>
    figure.locator(part).evaluate((one) => one.getBoundingClientRect().x);
  expect(await left('blockquote')).toBe(await left('figcaption'));
});

test('the names of an index begin at one edge, whatever their script', async ({ page }) => {
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
