import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { createSiteServer } from '../../src/cli/server.ts';
import { findBrowser } from '../browser.mjs';

/** Launches the browser of the tests; as root, it can run only without its sandbox. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

export interface Bench {
  page: Page;
  /** The folder from which the page is served. */
  root: string;
  write: (name: string, content: string) => void;
  close: () => Promise<void>;
}

/** Opens an empty page without the site's restrictions; `write` adds files next to it. */
export async function emptyPage(browser: Browser): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'quote-browser-bench-'));
  const write = (name: string, content: string) => writeFileSync(join(root, name), content);
  write('index.html', '<!doctype html><link rel="icon" href="data:,"><title>Bench</title>');
  const server = createSiteServer({ root });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage({ baseURL: `http://127.0.0.1:${port}` });
  await page.goto('/');
  return {
    page,
    root,
    write,
    close: async () => {
      await page.close();
      server.close();
      server.closeAllConnections();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface InPage {
  ready: number;
  keys: number[];
}

/** Measures searches in a page, one bundle each, alternating after every key press. */
export async function inChromium(
  browser: Browser,
  scripts: ReadonlyMap<string, string>,
  json: string,
  presses: readonly string[],
  budget: number,
): Promise<Map<string, InPage>> {
  const bench = await emptyPage(browser);
  try {
    for (const [name, script] of scripts) bench.write(`${name}.js`, script);
    bench.write('data.json', json);
    const measured = await bench.page.evaluate(
      async ({ names, presses, budget }) => {
        type Find = (query: string) => string[];
        const peers: {
          name: string;
          ready: number;
          find: Find;
          keys: number[];
          elapsed: number;
        }[] = [];
        for (const name of names) {
          const start = performance.now();
          const [{ open }, data] = await Promise.all([
            import(`/${name}.js`) as Promise<{ open: (data: unknown) => Find }>,
            fetch('/data.json').then((response) => response.json() as Promise<unknown>),
          ]);
          const find = open(data);
          peers.push({ name, ready: performance.now() - start, find, keys: [], elapsed: 0 });
        }
        for (const query of presses) {
          for (const peer of peers) {
            if (peer.elapsed > budget) continue;
            const start = performance.now();
            peer.find(query);
            const ms = performance.now() - start;
            peer.keys.push(ms);
            peer.elapsed += ms;
          }
          await new Promise((resolve) => setTimeout(resolve));
        }
        return peers.map(({ name, ready, keys }) => ({ name, ready, keys }));
      },
      { names: [...scripts.keys()], presses, budget },
    );
    return new Map(measured.map(({ name, ready, keys }) => [name, { ready, keys }]));
  } finally {
    await bench.close();
  }
}
