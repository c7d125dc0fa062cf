import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base } from '../site-urls.ts';
import { collection, expect, forEachKind, pageKinds, t, test, typeset } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const texts = files.filter((name) => /\.(?:html|json|md|txt|webmanifest|xml)$/u.test(name));
const contentOf = (name: string): string => readFileSync(join(dist, name), 'utf8');

const home = /rel="canonical" href="([^"]*)"/u.exec(contentOf('index.html'))![1]!;

/** Checks whether the site has a file for an address below its base. */
function hasFile(address: string): boolean {
  const { pathname } = new URL(address, home);
  if (!pathname.startsWith(base)) return false;
  const path = decodeURI(pathname).slice(base.length);
  return existsSync(join(dist, path, pathname.endsWith('/') ? 'index.html' : ''));
}

test('every address of the site in pages, feeds and data exists', () => {
  const addresses = new Map<string, string>();
  const absolute = new RegExp(`${home.replaceAll('.', '\\.')}[\\w./%~-]*`, 'gu');
  const attribute = /(?:href|src|action)="(\/[^"]*)"/gu;
  for (const name of texts) {
    const text = contentOf(name);
    for (const [address] of text.matchAll(absolute)) addresses.set(address, name);
    for (const [, address] of text.matchAll(attribute)) addresses.set(address!, name);
  }
  const missing = [...addresses].filter(
    // Addresses of OpenSearch contain a placeholder.
    ([address]) => !address.includes('{') && !hasFile(address.replace(/[.,;]$/u, '')),
  );
  expect(missing.map(([address, name]) => `${address} in ${name}`)).toEqual([]);
  expect(addresses.size).toBeGreaterThan(texts.length / 2);
});

test('every redirect leads from an address below the base to a page', () => {
  const lines = contentOf('_redirects').split('\n').filter(Boolean);
  const former = collection.former.filter(({ to }) => to);
  expect(lines.length).toBeGreaterThanOrEqual(former.length);
  for (const [from, to, status] of lines.map((line) => line.split(' '))) {
    expect([from!.startsWith(base), hasFile(to!)]).toEqual([true, true]);
    expect(status).toMatch(from === to ? /^410!$/u : /^301!?$/u);
  }
});

test('a former address redirects to the current page, even without scripts', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL! });
  for (const { kind, slug, to } of collection.former) {
    if (!to) continue;
    await page.goto(`${kind}/${slug}/`, { waitUntil: 'commit' });
    await expect(page).toHaveURL(`${base}${to.path}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.close();
});

test('the page of a withdrawn quote or label names it and links alternatives', async ({ page }) => {
  for (const { kind, slug, label, to, instead, gone } of collection.former) {
    if (to) continue;
    const response = await page.goto(`${kind}/${slug}/`);
    expect(response!.status()).toBe(gone === undefined ? 200 : 410);
    const main = page.getByRole('main');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    if (kind === 'quotes') await expect(main).toContainText(t('withdrawn.heading'));
    if (label !== undefined) await expect(main).toContainText(typeset(label));
    for (const { path } of instead) {
      await expect(main.locator(`a[href="${base}${path}/"]`)).toBeVisible();
    }
  }
});

test('the embed of a withdrawn quote says so, and links its page', async ({ page }) => {
  const gone = collection.former.filter(({ kind, to }) => kind === 'quotes' && !to);
  expect(gone.length).toBeGreaterThan(0);
  for (const { slug } of gone) {
    await page.goto(`embed/${slug}/`);
    const link = page.getByRole('link', { name: t('withdrawn.heading') });
    await expect(link).toHaveAttribute('href', `${base}quotes/${slug}/`);
  }
});

test('an indexable page is its own canonical page, below the base', () => {
  for (const name of files.filter((file) => file.endsWith('index.html'))) {
    const html = contentOf(name);
    const [, canonical] = /rel="canonical" href="([^"]*)"/u.exec(html) ?? [];
    const address = new URL(name.replace(/index\.html$/u, ''), home).href;
    const isElsewhere = /^embed\/|http-equiv="refresh"/u.test(name + html);
    if (canonical === undefined)
      expect([name, html]).toEqual([name, expect.stringMatching(/noindex/u)]);
    else if (!isElsewhere) expect(canonical).toBe(address);
  }
});

test('no file contains the date of the build', () => {
  const today = new Date().toISOString().slice(0, 10);
  const dated = texts.filter((name) => contentOf(name).includes(today));
  expect(dated).toEqual([]);
});

test.describe('where storage is blocked', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
  });

  test('pages, the theme switch and the search work', async ({ page }) => {
    for (const kind of ['title', 'part', 'quote', 'saved', 'search']) {
      await page.goto(pageKinds[kind]!);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.locator('[data-theme-switch]:visible').first().click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/u);
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').last().fill('the');
      await expect(page.locator('[data-search]').last()).toHaveAttribute('data-state', 'ready');
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page shows its title and its quotes, and links other pages', async ({
    page,
  }) => {
    await forEachKind(page, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const quote of await page.locator('main figure[data-quote] blockquote').all()) {
        await expect(quote).toBeVisible();
      }
      expect(await page.getByRole('link').count()).toBeGreaterThan(3);
    });
  });
});

// Every test checks the console of its pages; this one opens all pages.
test(
  'no page writes to the console or sends a request to another host',
  { tag: '@rare' },
  async ({ page }) => {
    test.slow();
    // Redirects have their own tests.
    const staysOn = (name: string) =>
      !/http-equiv="refresh"/u.test(contentOf(name)) && !name.startsWith('random');
    const pages = files.filter((name) => name.endsWith('.html') && staysOn(name));
    for (const name of pages) await page.goto(name.replace(/index\.html$/u, ''));
    expect(pages.length).toBeGreaterThan(Object.keys(pageKinds).length);
  },
);
