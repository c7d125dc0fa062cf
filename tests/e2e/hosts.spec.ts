import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headersOf, parseHeaders } from '../host-headers.ts';
import { base } from '../site-urls.ts';
import { servers, stores, type Running } from './hosts.ts';
import { expect, firstQuote, test, typeset } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
const { id } = firstQuote;
// Created below, since the collection may have no withdrawn quote.
const withdrawn = 'quotes/withdrawn-once';

const types: Record<string, string> = {
  '': 'text/html; charset=utf-8',
  [`quotes/${id}.md`]: 'text/markdown; charset=utf-8',
  [`quotes/${id}.txt`]: 'text/plain; charset=utf-8',
  [`quotes/${id}.json`]: 'application/json; charset=utf-8',
  'feed.xml': 'application/xml; charset=utf-8',
  'favicon.svg': 'image/svg+xml; charset=utf-8',
  'manifest.webmanifest': 'application/manifest+json; charset=utf-8',
  [`cards/${id}.png`]: 'image/png',
};

for (const [name, start] of Object.entries({ ...servers, ...stores })) {
  test.describe(`on ${name}`, () => {
    let folder: string;
    let host: Running | undefined;

    test.beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'quote-browser-host-'));
      const site = join(folder, 'site');
      cpSync(dist, site, { recursive: true });
      mkdirSync(join(site, withdrawn));
      writeFileSync(join(site, withdrawn, 'index.html'), 'Withdrawn');
      writeFileSync(join(site, withdrawn, '_gone'), '');
      host = await start(folder, site);
    });
    test.beforeEach(() => test.skip(host === undefined, `${name} is not installed`));
    test.afterAll(async () => {
      await host?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const request = (path: string) =>
      fetch(`${host!.origin}${base}${path}`, { redirect: 'manual' });

    test('files have the right types, and text has a charset', async () => {
      for (const [path, type] of Object.entries(types)) {
        const response = await request(path);
        expect([path, response.status, response.headers.get('content-type')]).toEqual([
          path,
          200,
          type,
        ]);
      }
    });

    test('an address without the trailing slash redirects to the page', async () => {
      const response = await request('themes');
      expect([301, 302, 307, 308]).toContain(response.status);
      const { pathname } = new URL(response.headers.get('location')!, response.url);
      expect(pathname).toBe(`${base}themes/`);
    });

    test('a missing address returns the 404 page', async () => {
      const page = readFileSync(join(dist, '404.html'), 'utf8');
      for (const path of ['no/such/page', 'quotes/no-such-quote/', 'feed', '_headers']) {
        const response = await request(path);
        expect([path, response.status]).toEqual([path, 404]);
        expect(await response.text()).toBe(page);
      }
    });

    test('a withdrawn quote keeps its page, with status 410 if the host can send it', async () => {
      const response = await request(`${withdrawn}/`);
      expect(response.status).toBe(name in servers ? 410 : 200);
      expect(response.headers.get('content-type')).toBe(types['']);
      expect(await response.text()).toBe('Withdrawn');
      expect((await request(withdrawn)).headers.get('location')).toMatch(/\/$/u);
      if (name in servers) expect((await request(`${withdrawn}/_gone`)).status).toBe(404);
    });

    test('a folder without a page is not listed', async () => {
      const response = await request('cards/');
      expect([403, 404]).toContain(response.status);
      expect(await response.text()).not.toContain(`${id}.png`);
    });

    if (name in servers) {
      test('every response has the configured headers', async () => {
        const font = /_astro\/[^"]+\.woff2/u.exec(readFileSync(join(dist, 'index.html'), 'utf8'))!;
        const paths = [...Object.keys(types), 'themes/', `embed/${id}/`, font[0], 'no/such'];
        let count = 0;
        for (const path of [...paths, `${withdrawn}/`]) {
          const { headers } = await request(path);
          const expected = [...headersOf(`${base}${path}`, rules)];
          expect([path, expected.map(([name]) => [name, headers.get(name)])]).toEqual([
            path,
            expected,
          ]);
          count += expected.length;
        }
        console.log(`${name}: ${count} headers as configured`);
      });
    }

    test('the search finds a quote and opens it', async ({ page }) => {
      await page.goto(
        `${host!.origin}${base}search/?q=${encodeURIComponent(firstQuote.theme.label)}`,
      );
      await page.locator('[data-results] a.u-url').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        typeset(firstQuote.theme.label),
      );
    });
  });
}
