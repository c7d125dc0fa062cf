import type { Locator, Page } from '@playwright/test';
import { collection, expect, firstQuote, pageKinds, set, test } from './site.ts';

/** What has the focus: its name, whether a ring shows it, and whether any of it can be seen. */
interface Focus {
  name: string;
  ring: boolean;
  seen: boolean;
}

function focus(page: Page): Promise<Focus | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const hasRing = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const around = element.closest('[data-results] figure, label, form[role=search]');
    const { left, right, top, bottom } = (around ?? element).getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    );
    const seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || Boolean(around?.contains(there)));
    });
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return {
      name: name.replace(/\s+/gu, ' ').trim() || element.outerHTML.slice(0, 80),
      ring: hasRing(element) || (around !== null && hasRing(around)),
      seen,
    };
  });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  while (!(await target.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
}

/** Everything that Tab leads to, from where the focus is, until it leaves the page or comes again. */
async function tour(page: Page, most = 400): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const stop = await focus(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

async function skipToText(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/u);
  // From where the next Tab starts is known with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

const unseen = (stops: Focus[]) => stops.filter(({ ring, seen }) => !ring || !seen);
const toured = ['title', 'quote', 'sources', 'search', 'saved', 'not found'];

for (const [scheme, media] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
} as const)) {
  test(`all that Tab leads to has a ring and is in sight, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia(media);
    for (const kind of scheme === 'light' ? toured : ['title', 'quote']) {
      await page.goto(pageKinds[kind]!);
      const stops = await tour(page);
      expect([kind, unseen(stops)]).toEqual([kind, []]);
      expect(stops.length).toBeGreaterThan(5);
    }
  });
}

test('a notice hides nothing that has the focus', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto(pageKinds['quote']!);
  await page.keyboard.press('s');
  await expect(page.locator('.notice')).toBeVisible();
  expect(unseen(await tour(page))).toEqual([]);
});

test('a notice covers no link and no button', async ({ page }) => {
  for (const [width, height] of [
    [390, 664],
    [390, 844],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(pageKinds['quote']!);
    await page.keyboard.press('s');
    await expect(page.locator('.notice [role=status]')).not.toBeEmpty();
    const covered = await page.evaluate(() => {
      const notice = document.querySelector('.notice')!;
      const own = notice.getBoundingClientRect();
      return [...document.querySelectorAll('a, button, summary')]
        .filter((each) => !notice.contains(each) && each.checkVisibility())
        .filter((each) => {
          const { top, right, bottom, left } = each.getBoundingClientRect();
          const isBeside = right <= own.left || left >= own.right;
          return !isBeside && bottom > own.top && top < own.bottom;
        })
        .map(({ textContent }) => textContent);
    });
    expect([width, height, covered]).toEqual([width, height, []]);
  }
});

test('the ring of the search field takes the place of its hairlines', async ({ page }) => {
  await page.goto('');
  const form = page.getByRole('main').getByRole('search');
  await form.getByRole('searchbox').focus();
  await expect(form).toHaveCSS('outline-style', 'solid');
  for (const side of ['top', 'bottom']) {
    await expect(form).toHaveCSS(`border-${side}-color`, 'rgba(0, 0, 0, 0)');
  }
});

test('by keyboard alone, from the title page over a part to a quote, and to the next', async ({
  page,
}) => {
  await page.goto('');
  await skipToText(page);
  const main = page.getByRole('main');
  await tabTo(page, main.getByRole('searchbox'));
  await tabTo(page, main.getByRole('link', { name: set(firstQuote.part.label) }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(set(firstQuote.part.label));
  // The order of the tabs is that of reading: theme, source, what is done with the quote.
  await skipToText(page);
  const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
  const order: string[] = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    order.push((await focus(page))!.name);
  }
  expect(order).toEqual([
    set(firstQuote.theme.label),
    set(firstQuote.source.label),
    'Copy',
    'Link',
    'Save',
    'Share',
  ]);
  await figure.locator('a.u-url').focus();
  await page.keyboard.press('Enter');
  // Keys work from when the page has loaded.
  await page.waitForURL(`**/quotes/${firstQuote.id}/`);
  const [, second] = collection.quotes;
  if (!second) return;
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`/quotes/${second.id}/$`));
});

test('by keyboard alone, into the search, through its results and out again', async ({ page }) => {
  await page.goto(pageKinds['quote']!);
  const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(firstQuote.theme.label);
  await expect(dialog.locator('[data-state=ready]')).toBeVisible();
  const first = dialog.locator('[data-results] a.u-url').first();
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  expect(await focus(page)).toMatchObject({ ring: true, seen: true });
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  // The page behind is out of reach.
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement!.closest('dialog'),
    );
    expect(inside).toBeTruthy();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('by keyboard alone, the ways to share open, and close', async ({ page }) => {
  await page.goto(pageKinds['quote']!);
  const more = page.locator('summary');
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Email' })).toBeFocused();
  await more.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('link', { name: 'Email' })).toBeHidden();
});
