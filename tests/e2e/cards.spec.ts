import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quote } from '../../src/collection/model.ts';
import { base, urls } from '../site-urls.ts';
import { distance, rgbaOf, rgbaOfStyle } from './colors.ts';
import { collection, expect, pageKinds, test } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const read = (path: string): Buffer => readFileSync(join(dist, path.slice(base.length)));

const PNG = '89504e470d0a1a0a';
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}×${png.readUInt32BE(20)}`;

const kinds = {
  card: { address: urls.card, size: '1200×630' },
  'square card': { address: urls.squareCard, size: '1080×1080' },
};

for (const [kind, { address, size }] of Object.entries(kinds)) {
  const cards = collection.quotes.map((quote) => ({ quote, png: read(address(quote)) }));

  test(`every quote has a ${kind} of ${size} under 60 kB`, () => {
    for (const { quote, png } of cards) {
      expect(png.toString('hex', 0, 8), quote.id).toBe(PNG);
      expect(sizeOf(png), quote.id).toBe(size);
      expect(png.length, quote.id).toBeLessThan(60_000);
    }
  });

  test(`no two quotes have the same ${kind}`, () => {
    // Cards contain no text in other scripts.
    const isDrawn = ({ text }: Quote) =>
      /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{P}\p{N}\s]*$/u.test(
        text,
      );
    const hashes = cards
      .filter(({ quote }) => isDrawn(quote))
      .map(({ png }) => createHash('sha256').update(png).digest('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
}

test('the manifest names the collection, and its icons have the declared sizes', async ({
  page,
}) => {
  await page.goto('');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = JSON.parse(String(read(address!))) as {
    name: string;
    start_url: string;
    icons: { src: string; type: string; sizes: string }[];
  };
  expect(manifest.name).toBe(collection.title);
  expect(manifest.start_url).toBe(base);
  for (const { src, type, sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    expect(`${type} ${sizeOf(read(src)).replace('×', 'x')}`).toBe(`image/png ${sizes}`);
  }
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
  expect(sizeOf(read(touch!))).toBe('180×180');
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('the theme colour of the browser is the colour of the paper', async ({ page }) => {
      for (const kind of ['title', 'part']) {
        await page.goto(pageKinds[kind]!);
        const meta = page.locator(`meta[name="theme-color"][media*="${scheme}"]`);
        const themeColor = await rgbaOf(page, (await meta.getAttribute('content'))!);
        const paper = await rgbaOfStyle(page.locator('html'), 'background-color');
        // The two may map a colour outside the gamut differently.
        expect(distance(themeColor, paper)).toBeLessThanOrEqual(1);
      }
    });
  });
}
