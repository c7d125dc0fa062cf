import type { Page } from '@playwright/test';
import { rgbaOfStyle, type Rgba } from './colors.ts';
import { axeViolations, expect, firstQuote, pageKinds, test } from './site.ts';

const permalink = pageKinds['quote']!;

/** Returns the relative luminance of a colour as WCAG defines it. */
function luminance(color: Rgba): number {
  const [r, g, b] = color.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Returns the WCAG contrast between a colour property of an element and the page's background. */
async function contrast(page: Page, selector: string, property: string): Promise<number> {
  const color = luminance(await rgbaOfStyle(page.locator(selector).first(), property));
  const paper = luminance(await rgbaOfStyle(page.locator('body'), 'background-color'));
  return (Math.max(color, paper) + 0.05) / (Math.min(color, paper) + 0.05);
}

test('reduced motion stops all motion, also between pages', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      const { viewTransition } = event as Event & { viewTransition: object | null };
      document.documentElement.dataset['moved'] = String(viewTransition !== null);
    });
  });
  for (const path of ['', permalink, pageKinds['saved']!]) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return (
            transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto'
          );
        })
        .map((element) => element.outerHTML.slice(0, 90)),
    );
    expect(moving).toEqual([]);
  }
  await page.goto(pageKinds['part']!);
  await page.locator(`[data-quote="${firstQuote.id}"] a.u-url`).click();
  await expect(page.locator('html')).toHaveAttribute('data-moved', 'false');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`more contrast means 7:1 everywhere and visible lines, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    for (const path of ['', permalink, pageKinds['part']!, 'themes/']) {
      await page.goto(path);
      const rules = ['color-contrast', 'color-contrast-enhanced'];
      expect(await axeViolations(page, { rules })).toEqual([]);
    }
    expect(await contrast(page, '.letter-index li', 'border-top-color')).toBeGreaterThan(4.5);
    await page.goto(permalink);
    expect(await contrast(page, 'blockquote', 'color')).toBe(21);
    expect(await contrast(page, '.share-tools button:last-of-type', 'color')).toBe(21);
  });
}

test('reduced transparency removes all transparency', async ({ page }) => {
  await page.goto(permalink);
  const client = await page.context().newCDPSession(page);
  const features = [{ name: 'prefers-reduced-transparency', value: 'reduce' }];
  await client.send('Emulation.setEmulatedMedia', { features });
  const backdrop = () =>
    page.getByRole('dialog').evaluate((dialog) => {
      const { backgroundColor, backdropFilter } = getComputedStyle(dialog, '::backdrop');
      return [/\/|rgba/u.test(backgroundColor), backdropFilter];
    });
  for (const key of ['?', 'Control+k']) {
    await page.keyboard.press(key);
    expect(await backdrop()).toEqual([false, 'none']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('in forced colours, lines replace differences of colour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(permalink);
  const expectBorder = async (selector: string) => {
    const { width, style } = await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderBottomWidth, borderBottomStyle } = getComputedStyle(element);
        return { width: parseFloat(borderBottomWidth), style: borderBottomStyle };
      });
    expect([selector, width >= 1, style]).toEqual([selector, true, 'solid']);
    expect(await contrast(page, selector, 'border-bottom-color')).toBeGreaterThanOrEqual(3);
  };
  for (const tool of ['.share-tools button', 'summary']) await expectBorder(tool);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.notice')).toBeVisible();
  await expectBorder('.notice');
  // Browsers draw a backplate behind text, which would hide text in the colour of the paper.
  for (const inverted of ['.share-tools button:nth-child(1 of :not([hidden]))', '.notice']) {
    await expect(page.locator(inverted)).toHaveCSS('forced-color-adjust', 'none');
  }
  await page.keyboard.press('Control+k');
  await expectBorder('.search-dialog');
  await page.getByRole('searchbox').fill(firstQuote.theme.label);
  const marked = page.getByRole('dialog').locator('mark').first();
  await expect(marked).toBeVisible();
  const papers = await marked.evaluate((mark) => [
    getComputedStyle(mark).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(papers[0]).not.toBe(papers[1]);
});

test('the current page is marked by more than a colour', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('themes/');
  const current = page.getByRole('navigation', { name: 'Site', exact: true });
  await expect(current.getByRole('link', { name: 'Themes' })).toHaveCSS(
    'text-decoration-line',
    'underline',
  );
});
