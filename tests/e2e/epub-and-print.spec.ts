import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection, expect, firstQuote, test, typeset } from './site.ts';

const { parts } = collection;
const epub = join(import.meta.dirname, '../../dist/book.epub');
const epubcheck = '/usr/bin/epubcheck';

test('the title page links the EPUB and shows its size', async ({ page, baseURL }) => {
  await page.goto('');
  const link = page.getByRole('link', { name: /^EPUB, [\d,]+ kB$/ });
  const response = await page.request.get(
    new URL((await link.getAttribute('href'))!, baseURL).href,
  );
  const body = await response.body();
  expect(body.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  const [, kilobytes] = /([\d,]+) kB/.exec((await link.textContent())!)!;
  expect(Math.ceil(body.length / 1000).toLocaleString('en')).toBe(kilobytes);
});

test('the EPUB contains every part, and the indexes of themes and sources', () => {
  const names = readFileSync(epub, 'latin1');
  for (const part of parts.filter((part) => part.quotes.length > 0)) {
    expect(names).toContain(`book/part-${part.position}.xhtml`);
  }
  expect(names).toContain('book/themes.xhtml');
  expect(names).toContain('book/sources.xhtml');
});

test('EPUBCheck reports nothing', () => {
  test.skip(!existsSync(epubcheck), 'EPUBCheck is not installed.');
  test.slow();
  // Run by `java`, because Debian's archive is executable only with kernel support. Without optimizing
  // compilation one book takes half the time.
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const report = execFileSync('java', [...options, '-jar', epubcheck, epub], { encoding: 'utf8' });
  expect(report).toContain('0 fatals / 0 errors / 0 warnings');
});

test('the book prints with a title page, contents, and an address under each quote', async ({
  page,
}) => {
  await page.goto('quotes/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.book-title')).toContainText(typeset(collection.title));
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.locator('.book-person')).toHaveText(typeset(collection.person));
  // Chromium has no target-counter(), so the contents show numbers of quotes instead of pages.
  await expect(page.locator('.book-contents .part-entry-count').first()).toBeVisible();
  for (const part of parts) {
    await expect(page.locator('.book-contents')).toContainText(typeset(part.label));
  }
  const figure = page.locator(`figure[data-quote="${firstQuote.id}"]`);
  const content = await figure.evaluate((shown) => getComputedStyle(shown, '::after').content);
  const address = content.replace('attr(data-quote)', `"${firstQuote.id}"`).replaceAll('" "', '');
  expect(address).toContain(`/quotes/${firstQuote.id}/`);
  await expect(figure.getByRole('button', { name: 'Copy' })).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  const broken = await page.locator('figure').evaluateAll((figures) => {
    return figures.filter((figure) => getComputedStyle(figure).breakInside !== 'avoid').length;
  });
  expect(broken).toBe(0);
});

test('each part starts on a new page with its own running head', async ({ page }) => {
  await page.goto('quotes/');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const count = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(count).toBeGreaterThanOrEqual(2 + parts.filter((part) => part.quotes.length > 0).length);
  const heads = await (await page.request.get('print.css')).text();
  for (const { position } of parts) expect(heads).toContain(`@page part-${position}{`);
});

test('print is black on white in any theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.goto(`parts/${firstQuote.part.slug}/`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color];
  });
  expect(paper).toBe('rgb(255, 255, 255)');
  expect(ink).toBe('rgb(0, 0, 0)');
});
