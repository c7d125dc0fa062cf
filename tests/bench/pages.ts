import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { projectRoot } from '../../src/cli/install.mjs';
import { contentDir } from '../../src/environment.js';
import type { Collection } from '../../src/collection/model.ts';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { svgIcon } from '../../src/outputs/icons.ts';
import { readTheme } from '../../src/outputs/theme.ts';
import { base } from '../site-urls.ts';
import { kindsOf } from '../page-kinds.ts';
import { openBrowser } from './browser.ts';
import { hostCompressed, type Host } from './host.ts';
import { docsOf } from './peers/starlight/docs.ts';
import { table } from './report.ts';
import { measureCommand } from './cpu-time.ts';
import { quantile } from './timing.ts';

const here = import.meta.dirname;

/** One visit to a page; times in milliseconds. */
interface Visit {
  /** Compressed, including response headers. */
  bytes: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
}

/** The medians of all visits to a kind of page. */
interface Row {
  kind: string;
  ours: Visit;
  starlight: Visit;
}

/** Returns the kinds of page that both sites have, with a text that each must contain. */
function comparedKinds(collection: Collection): { kind: string; path: string; text: string }[] {
  const paths = kindsOf(collection);
  const first = collection.quotes[0]!.text;
  const texts = {
    title: collection.parts.at(-1)!.label,
    part: first,
    quote: first,
    book: collection.quotes.at(-1)!.text,
  };
  return Object.entries(texts).map(([kind, text]) => ({ kind, path: paths[kind]!, text }));
}

/** Builds the collection as a Starlight site and returns its output folder. */
async function buildStarlight(collection: Collection): Promise<string> {
  const root = join(projectRoot, '.cache/starlight');
  rmSync(root, { recursive: true, force: true });
  cpSync(join(here, 'peers/starlight'), root, { recursive: true });
  for (const [path, text] of docsOf(collection)) {
    const file = join(root, 'src/content/docs', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/favicon.svg'), svgIcon(readTheme()));
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'), 'junction');
  await measureCommand(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env: { ASTRO_TELEMETRY_DISABLED: '1', TITLE: collection.title },
  });
  return join(root, 'dist');
}

// The sites differ in their typography.
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Opens a page like a phone on slow 4G, without a cache; throws if it lacks the text. */
async function visit(browser: Browser, url: string, text: string): Promise<Visit> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 412, height: 823 },
    isMobile: true,
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 0.75e6 / 8,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let [bytes, requests] = [0, 0];
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      // Inlined resources are not transferred.
      if (encodedDataLength === 0) return;
      bytes += encodedDataLength;
      requests++;
    });
    const response = await page.goto(url, { waitUntil: 'networkidle' });
    const shown = (await page.locator('main').first().textContent()) ?? '';
    if (response?.status() !== 200 || !letters(shown).includes(letters(text))) {
      throw new Error(
        `${url} has status ${response?.status()} and does not show “${text}”. ` +
          'dist/ may contain another collection: run npm run build.',
      );
    }
    const paints = await page.evaluate(
      () =>
        new Promise<Pick<Visit, 'firstPaint' | 'largestPaint'>>((resolve) => {
          const [first] = performance.getEntriesByName('first-contentful-paint');
          new PerformanceObserver((list) => {
            const largestPaint = list.getEntries().at(-1)!.startTime;
            resolve({ firstPaint: first!.startTime, largestPaint });
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
    return { bytes, requests, ...paints };
  } finally {
    await context.close();
  }
}

function medianOf(visits: readonly Visit[]): Visit {
  const median = (of: keyof Visit) =>
    quantile(
      visits.map((visit) => visit[of]),
      0.5,
    );
  return {
    bytes: median('bytes'),
    requests: median('requests'),
    firstPaint: median('firstPaint'),
    largestPaint: median('largestPaint'),
  };
}

/** Visits the pages of both sites alternately, so that other load on the machine affects both. */
async function measure(
  browser: Browser,
  hosts: { ours: Host; starlight: Host },
  kinds: ReturnType<typeof comparedKinds>,
  rounds: number,
): Promise<Row[]> {
  const visits = kinds.map(({ kind }) => ({
    kind,
    ours: [] as Visit[],
    starlight: [] as Visit[],
  }));
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds} …`);
    for (const [index, { path, text }] of kinds.entries()) {
      const { ours, starlight } = visits[index]!;
      ours.push(await visit(browser, `${hosts.ours.origin}${base}${path}`, text));
      starlight.push(await visit(browser, `${hosts.starlight.origin}/${path}`, text));
    }
  }
  return visits.map(({ kind, ours, starlight }) => ({
    kind,
    ours: medianOf(ours),
    starlight: medianOf(starlight),
  }));
}

function asMarkdown(rows: readonly Row[], rounds: number): string {
  const both = ({ ours, starlight }: Row, of: keyof Visit, unit = 1) => [
    (ours[of] / unit).toFixed(unit === 1 ? 0 : 1),
    (starlight[of] / unit).toFixed(unit === 1 ? 0 : 1),
    (starlight[of] / ours[of]).toFixed(1),
  ];
  const head = ['kB', 'requests', 'first paint, ms', 'largest paint, ms'].flatMap((name) => [
    name,
    'Starlight',
    'ratio',
  ]);
  const body = rows.map((row) => [
    row.kind,
    ...both(row, 'bytes', 1000),
    ...both(row, 'requests'),
    ...both(row, 'firstPaint'),
    ...both(row, 'largestPaint'),
  ]);
  return `${table(['Page', ...head], body)}\n\nMedians of ${rounds} visits without a cache: 150 ms a request, 1.6 Mbit/s, a processor four times slower.`;
}

/** Compares the pages of the built site with those of a Starlight site of the same collection. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const { collection } = loadCollectionOrThrow(contentDir());
  const dist = join(projectRoot, 'dist');
  if (!existsSync(dist)) throw new Error('dist/ is missing: run npm run build');
  console.error('Building the Starlight site …');
  const starlight = await buildStarlight(collection);
  const hosts = {
    ours: await hostCompressed(dist, base),
    starlight: await hostCompressed(starlight),
  };
  const browser = await openBrowser();
  try {
    const rows = await measure(browser, hosts, comparedKinds(collection), rounds);
    console.log(values.json ? JSON.stringify({ rows, rounds }, null, 2) : asMarkdown(rows, rounds));
  } finally {
    await browser.close();
    hosts.ours.close();
    hosts.starlight.close();
  }
}
