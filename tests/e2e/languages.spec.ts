import type { Page } from '@playwright/test';
import { directionOf } from '../../src/text/language.ts';
import { collection, expect, firstQuote, forEachKind, pageKinds, test } from './site.ts';

const { quotes, parts } = collection;
const foreign = quotes.find(({ lang }) => lang !== collection.lang);

/** Words of a page in a script that their nearest `lang` is not written in. */
function misspoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const written: [script: RegExp, lang: RegExp][] = [
      [/\p{Script=Hebrew}/u, /^he\b/u],
      [/\p{Script=Latin}/u, /^en\b/u],
    ];
    const read = (root: Node, around: string): void => {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement;
        const lang = element?.closest('[lang]')?.getAttribute('lang') ?? around;
        if (node instanceof HTMLTemplateElement) read(node.content, lang);
        // A field holds forms that are in several languages, an address none.
        if (element?.closest('script, style, textarea, .quote-address, .book-address')) continue;
        const said =
          node instanceof Element
            ? ['aria-label', 'placeholder', 'title'].map((name) => node.getAttribute(name) ?? '')
            : [node.textContent!];
        for (const words of said) {
          if (written.some(([script, tag]) => script.test(words) && !tag.test(lang))) {
            found.push(`${lang}: ${words.trim()}`);
          }
        }
      }
    };
    read(document.body, document.documentElement.lang);
    return found;
  });
}

/** English words with a number before or a mark behind them that run from right to left. */
function disordered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement!;
      const words = text.textContent!.trim();
      if (element.closest('script, style, textarea, option')) continue;
      if (!/^[^\p{L}].*\p{Script=Latin}|\p{Script=Latin}.*[.?!…]$/u.test(words)) continue;
      if (getComputedStyle(element).direction === 'rtl') found.push(words);
    }
    return found;
  });
}

test.describe('where the collection is in another language than the interface', () => {
  test.skip(collection.lang !== 'he', 'Two scripts tell two languages apart.');

  test(
    'every word of a page is marked as what it is, and runs its way',
    { tag: '@rtl' },
    async ({ page }) => {
      await forEachKind(page, async () => {
        expect(await misspoken(page)).toEqual([]);
        expect(await disordered(page)).toEqual([]);
      });
    },
  );

  test('so is every word that scripts add', { tag: '@rtl' }, async ({ page }) => {
    await page.goto(pageKinds['part']!);
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(page.getByText('Saved on this device.')).toBeVisible();
    expect(await misspoken(page)).toEqual([]);
    for (const query of ['השמש', 'sun', 'xyzzy']) {
      await page.goto(`search/?q=${encodeURIComponent(query)}`);
      const search = page.locator('[data-search]');
      await expect(search).toHaveAttribute('data-state', /ready|empty/u);
      if ((await search.getAttribute('data-state')) === 'ready') {
        await expect.poll(() => page.locator('select option').count()).toBeGreaterThan(2);
      }
      const said = await misspoken(page);
      // A filter names parts and sources in both languages, and the count repeats the query.
      expect(said.filter((words) => !/\(\d+\)$|“/u.test(words))).toEqual([]);
    }
    await page.goto('saved/');
    await expect(page.locator('[data-list] figure')).toBeVisible();
    expect(await misspoken(page)).toEqual([]);
  });
});

test('a page runs the way of its language', { tag: ['@rtl', '@subpath'] }, async ({ page }) => {
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
    test.skip(!foreign, 'All quotes are in one language.');
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
    test.skip(!second || quotes.length < 3, 'A book of two quotes has no middle.');
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
