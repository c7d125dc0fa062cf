import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession } from '@playwright/test';
import { projectRoot } from '../../src/cli/install.mjs';
import { base } from '../site-urls.ts';
import { contentDir } from '../../src/environment.js';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { kindsOf } from '../page-kinds.ts';
import { openBrowser } from './browser.ts';
import { hostCompressed } from './host.ts';

const VISITS = 5;

/** A fast mobile connection. */
const network = {
  offline: false,
  latency: 60,
  downloadThroughput: 9e6 / 8,
  uploadThroughput: 9e6 / 8,
};
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

/** Milliseconds after the response at which a reader should see the site's own fonts. */
const SOON = 1000;

const ours = ['Newsreader', 'Instrument Sans'];

interface Visit {
  /** Whether all text on the first screen is in our fonts one second after the response. */
  isOurs: boolean;
  /** Other fonts that were used. */
  others: string[];
  /** Cumulative layout shift until everything is loaded. */
  shift: number;
}

/** Measures which fonts a first visit shows, and the layout shift while they load. */
export async function main(): Promise<void> {
  const root = join(projectRoot, 'dist');
  if (!existsSync(root)) throw new Error('dist/ is missing: run npm run build');
  const { collection } = loadCollectionOrThrow(contentDir());
  const { title, part, quote } = kindsOf(collection);
  const host = await hostCompressed(root, base);
  const browser = await openBrowser();
  console.log(`9 Mbit/s, 60 ms, a fresh profile for each of ${VISITS} visits:`);
  for (const [kind, path] of Object.entries({ title, part, quote })) {
    for (const [screen, viewport] of Object.entries(screens)) {
      const visits: Visit[] = [];
      for (let visit = 0; visit < VISITS; visit++) {
        visits.push(await visitOnce(browser, host.origin + base + path, viewport));
      }
      const count = visits.filter(({ isOurs }) => isOurs).length;
      const shift = Math.max(...visits.map(({ shift }) => shift));
      const others = [...new Set(visits.flatMap(({ others }) => others))].join(', ');
      console.log(
        `${kind.padEnd(6)}${screen.padEnd(9)}${count} of ${VISITS} in our fonts after 1 s, ` +
          `layout shift ${shift.toFixed(4)}${others && `, also seen: ${others}`}`,
      );
    }
  }
  await browser.close();
  host.close();
}

async function visitOnce(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', network);
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
      Object.assign(globalThis, { shift });
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { shift });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction((soon) => {
    const [navigation] = performance.getEntriesByType('navigation');
    return performance.now() > (navigation as PerformanceNavigationTiming).responseStart + soon;
  }, SOON);
  const fonts = await fontsOnScreen(client);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  await context.close();
  const others = fonts.filter((font) => !ours.some((name) => font.startsWith(name)));
  return { isOurs: others.length === 0, others, shift };
}

/** Returns the font families with which the text is painted. */
async function fontsOnScreen(client: CDPSession): Promise<string[]> {
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeIds } = await client.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'header a, main :is(h1, h1 a, p, cite, cite a, li a, li span)',
  });
  const families = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.map(({ familyName }) => familyName);
    }),
  );
  return [...new Set(families.flat())];
}
