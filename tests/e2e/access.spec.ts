import { accessProblems, coloured, expect, firstQuote, pageKinds, test } from './site.ts';

for (const [kind, path] of Object.entries(pageKinds)) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing on the ${kind} page, light and dark, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await accessProblems(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessProblems(page, coloured)).toEqual([]);
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open dialog with results, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('');
    await page.keyboard.press('/');
    await page.keyboard.type(firstQuote.theme.label);
    await expect(page.getByRole('dialog').locator('figure').first()).toBeVisible();
    expect(await accessProblems(page)).toEqual([]);
  });
}

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`the ${kind} page has one h1 and a skip link that leads to its text`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    if (kind === 'search')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Tab');
    if (kind !== 'search') {
      await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
    }
    await expect(page.getByRole('main')).toHaveAttribute('id', 'main');
  });
}
