import type { Locator, Page } from '@playwright/test';
import { collection, expect, firstQuote, pageKinds, test, typeset } from './site.ts';

/** The focused element: its name, whether it has a focus ring, and whether any of it is visible. */
interface Focus {
  name: string;
  hasRing: boolean;
  isVisible: boolean;
}

function focus(page: Page): Promise<Focus | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const isOutlined = (outlined: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(outlined);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const around = element.closest('[data-results] figure, label, form[role=search]');
    const { left, right, top, bottom } = (around ?? element).getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    );
    const isVisible = points.some(([x, y]) => {
      const topmost = document.elementFromPoint(x, y);
      return (around ?? element).contains(topmost);
    });
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return {
      name: name.replace(/\s+/gu, ' ').trim() || element.outerHTML.slice(0, 80),
      hasRing: isOutlined(element) || (around !== null && isOutlined(around)),
      isVisible,
    };
  });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  while (!(await target.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
}

/** Returns all Tab stops after the current focus, until the focus leaves the page. */
async function tour(page: Page, max = 400): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let step = 0; step < max; step++) {
    await page.keyboard.press('Tab');
    const stop = await focus(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/u);
  // The starting point of the next Tab is set with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

const faulty = (stops: Focus[]) => stops.filter(({ hasRing, isVisible }) => !hasRing || !isVisible);
const toured = ['title', 'quote', 'sources', 'search', 'saved', 'not found'];

for (const [scheme, media] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
} as const)) {
  test(`every Tab stop has a focus ring and is visible, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia(media);
    for (const kind of scheme === 'light' ? toured : ['title', 'quote']) {
      await page.goto(pageKinds[kind]!);
      const stops = await tour(page);
      expect([kind, faulty(stops)]).toEqual([kind, []]);
      expect(stops.length).toBeGreaterThan(5);
    }
  });
}

test('a notice never covers the focused element', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto(pageKinds['quote']!);
  await page.keyboard.press('s');
  await expect(page.locator('.notice')).toBeVisible();
  expect(faulty(await tour(page))).toEqual([]);
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
      const box = notice.getBoundingClientRect();
      return [...document.querySelectorAll('a, button, summary')]
        .filter((control) => !notice.contains(control) && control.checkVisibility())
        .filter((control) => {
          const { top, right, bottom, left } = control.getBoundingClientRect();
          const isBeside = right <= box.left || left >= box.right;
          return !isBeside && bottom > box.top && top < box.bottom;
        })
        .map(({ textContent }) => textContent);
    });
    expect([width, height, covered]).toEqual([width, height, []]);
  }
});

test('the focus ring of the search field replaces its borders', async ({ page }) => {
  await page.goto('');
  const form = page.getByRole('main').getByRole('search');
  await form.getByRole('searchbox').focus();
  await expect(form).toHaveCSS('outline-style', 'solid');
  for (const side of ['top', 'bottom']) {
    await expect(form).toHaveCSS(`border-${side}-color`, 'rgba(0, 0, 0, 0)');
  }
});

test('the keyboard leads from the title page through a part to a quote, and to the next', async ({
  page,
}) => {
  await page.goto('');
  await skipToContent(page);
  const main = page.getByRole('main');
  await tabTo(page, main.getByRole('searchbox'));
  await tabTo(page, main.getByRole('link', { name: typeset(firstQuote.part.label) }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(firstQuote.part.label));
  // Tab follows the reading order: theme, source, actions.
  await skipToContent(page);
  const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
  const order: string[] = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    order.push((await focus(page))!.name);
  }
  expect(order).toEqual([
    typeset(firstQuote.theme.label),
    typeset(firstQuote.source.label),
    'Copy',
    'Link',
    'Save',
    'Share',
  ]);
  await figure.locator('a.u-url').focus();
  await page.keyboard.press('Enter');
  // Shortcuts work once the page has loaded.
  await page.waitForURL(`**/quotes/${firstQuote.id}/`);
  const [, second] = collection.quotes;
  if (!second) return;
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`/quotes/${second.id}/$`));
});

test('the keyboard opens the search, moves through its results, and closes it', async ({
  page,
}) => {
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
  expect(await focus(page)).toMatchObject({ hasRing: true, isVisible: true });
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  // The page behind the dialog cannot be focused.
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

test('the keyboard opens and closes the share menu', async ({ page }) => {
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
