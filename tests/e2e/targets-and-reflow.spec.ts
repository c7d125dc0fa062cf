import type { Page } from '@playwright/test';
import { collection, expect, firstQuote, forEachKind, pageKinds, test } from './site.ts';

/** Returns targets smaller than `min` pixels, except links in a sentence. */
function smallTargets(page: Page, min: number): Promise<string[]> {
  return page.evaluate((min) => {
    const targets = 'a[href], button, select, summary, label:has(input), input, textarea';
    const isInSentence = (element: Element) =>
      element.matches('p a, p button, .search-help a') &&
      !element.closest('.eyebrow, .notice, .saved-files');
    return [...document.querySelectorAll<HTMLElement>(targets)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !isInSentence(element) && !element.closest('label:has(input) input'))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .map((element) => {
        // The whole result is the target of its link.
        const area = element.closest('[data-results] figure') ?? element;
        const { width, height } = area.getBoundingClientRect();
        return { element, width, height };
      })
      .filter(({ width, height }) => Math.min(width, height) + 0.01 < min)
      .map(({ element, width, height }) => {
        const size = `${width.toFixed(1)} × ${height.toFixed(1)}`;
        return `${size}: ${element.outerHTML.slice(0, 90)}`;
      });
  }, min);
}

/** Returns elements that overflow the window or are clipped, and pages that scroll sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility() || element.closest('.sr-only, .skip-link')) continue;
      const style = getComputedStyle(element);
      const hasText = [...element.childNodes].some(
        (node) => node instanceof Text && node.textContent.trim() !== '',
      );
      const { left, right, width } = element.getBoundingClientRect();
      const name = element.outerHTML.slice(0, 90);
      if (hasText && width > 1 && (left < -0.5 || right > clientWidth + 0.5)) found.push(name);
      // The content of fields may be clipped, because it is shown when they are used.
      if (element.matches('input, select, textarea')) continue;
      const isClipping = /hidden|clip/u.test(style.overflowX + style.overflowY);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      if (isClipping && width > 1 && (isWide || isHigh)) found.push(`clipped: ${name}`);
    }
    return found;
  });
}

/** Sets the largest text spacing that pages must support (WCAG 1.4.12). */
function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
           word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** Joins each text into one word, as long as a quoted address. */
function joinWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement!.closest('script, style')) continue;
      text.textContent = text.textContent!.replace(/[^\p{L}\p{N}]+/gu, '');
    }
  });
}

const open: Record<string, (page: Page) => Promise<void>> = {
  'share menu': async (page) => {
    await page.goto(`quotes/${firstQuote.id}/#share`);
    await expect(page.locator('details')).toHaveAttribute('open');
  },
  'search dialog': async (page) => {
    await page.goto(pageKinds['quote']!);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(firstQuote.theme.label);
    await expect(page.getByRole('dialog').locator('[data-state=ready]')).toBeVisible();
  },
  shortcuts: async (page) => {
    await page.goto(pageKinds['quote']!);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'saved list with a notice': async (page) => {
    const ids = collection.quotes.slice(0, 2).map(({ id }) => id);
    await page.goto('saved/');
    await page.evaluate((text) => localStorage.setItem('saved', text), JSON.stringify(ids));
    await page.reload();
    await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
};

/** Visits all kinds of pages, and what can be opened on them, in one tab. */
async function forEachView(page: Page, check: () => Promise<void>): Promise<void> {
  await forEachKind(page, check);
  for (const [name, view] of Object.entries(open)) {
    await test.step(`the ${name}`, async () => {
      await view(page);
      await check();
    });
  }
}

test('targets are at least 24 px, and zoom, spacing and long words lose no text', async ({
  page,
}) => {
  test.slow();
  await forEachView(page, async () => {
    for (const [width, height] of [
      // A window of 1280 × 1024 at 400 %.
      [320, 256],
      [768, 1024],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await smallTargets(page, 24)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
    }
    await spaceText(page);
    for (const [width, height] of [
      [1440, 900],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await overflowing(page)).toEqual([]);
    }
    await joinWords(page);
    expect(await overflowing(page)).toEqual([]);
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('targets are at least 44 px', async ({ page }) => {
    test.slow();
    await forEachView(page, async () => {
      expect(await smallTargets(page, 44)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
    });
  });

  test('no page mentions keys', async ({ page }) => {
    const hints = page.locator('kbd:visible, [data-shortcuts]:visible');
    for (const kind of ['title', 'quote']) {
      await page.goto(pageKinds[kind]!);
      await expect(hints).toHaveCount(0);
    }
    await page.locator('header [data-search-open] button').tap();
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeVisible();
    await expect(hints).toHaveCount(0);
  });
});
