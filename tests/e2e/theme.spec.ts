import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTheme } from '../../src/outputs/theme.ts';
import { unzip } from '../unzip.ts';
import { distance, rgbaOf, rgbaOfStyle } from './colors.ts';
import { expect, firstQuote, pageKinds, test } from './site.ts';

// Also runs on `pensees`, whose theme.css has another serif and other accents.
const theme = readTheme();
const { part } = firstQuote;
const options = { ...(part && { part: part.position }) };
const accent = theme.color('accent', options);

for (const kind of ['quote', 'embed']) {
  test(`the ${kind} has the serif and the accent of the theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(kind === 'embed' ? `embed/${firstQuote.id}/` : pageKinds['quote']!);
    await page.evaluate(() => document.fonts.ready);
    const family = theme.family('serif');
    await expect(page.locator('blockquote')).toHaveCSS(
      'font-family',
      new RegExp(`^"?${family}\\b`, 'u'),
    );
    const loaded = await page.evaluate(
      (name) =>
        [...document.fonts].some((face) => face.family.includes(name) && face.status === 'loaded'),
      family,
    );
    expect(loaded).toBe(true);
    const title = await rgbaOfStyle(page.locator('h1'), 'color');
    expect(distance(title, await rgbaOf(page, accent))).toBeLessThanOrEqual(1);
  });
}

test('the card has the accent and the paper of the theme', async ({ page }) => {
  await page.goto(pageKinds['quote']!);
  const address = await page.locator('meta[property="og:image"]').getAttribute('content');
  const found = await page.evaluate(
    async ([src, ...colors]) => {
      const picture = await createImageBitmap(await (await fetch(src!)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
      const hex = (at: number) =>
        `#${[0, 1, 2].map((channel) => data[at + channel]!.toString(16).padStart(2, '0')).join('')}`;
      const pixels = new Set(Array.from({ length: data.length / 4 }, (_, index) => hex(index * 4)));
      return colors.map((color) => pixels.has(color));
    },
    [new URL(address!).pathname, accent, theme.color('tint', options)],
  );
  expect(found).toEqual([true, true]);
});

test('the EPUB has the serif and the accents of the theme', () => {
  const files = unzip(readFileSync(join(import.meta.dirname, '../../dist/book.epub')));
  const css = files.get('book/book.css')!;
  expect(css).toContain(`font-family: ${theme.stack('serif')}`);
  expect(css).toContain(`@font-face{font-family:"${theme.family('serif')}";`);
  if (part) expect(css).toContain(accent);
});
