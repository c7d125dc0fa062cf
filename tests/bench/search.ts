import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import type { SearchData } from '../../src/search/documents.ts';
import { manyScripts, seed } from '../unit/search/seed.ts';
import { inChromium, openBrowser } from './browser.ts';
import { bundle, compressed } from './bundle.ts';
import { generate, keyPresses, queriesFor } from './corpus.ts';
import { typeIntoSite, type Frames } from './frames.ts';
import { checkLarge } from './large.ts';
import * as flexsearch from './peers/flexsearch.ts';
import * as fuse from './peers/fuse.ts';
import * as minisearch from './peers/minisearch.ts';
import * as ours from './peers/ours.ts';
import * as pagefind from './peers/pagefind.ts';
import type { Peer } from './peers/peer.ts';
import * as ufuzzy from './peers/ufuzzy.ts';
import { judge, labelled, type LabelledQuery, type Quality } from './quality.ts';
import {
  asMarkdown,
  type OnScreen,
  type Qualities,
  type Row,
  type SearchReport,
} from './report.ts';
import { serveSite } from './site.ts';
import { interleaved, quantile, timed } from './timing.ts';

const peers = new Map<string, Peer>(Object.entries({ ours, minisearch, ufuzzy, flexsearch, fuse }));

const project = join(import.meta.dirname, '../..');
const fixtures = join(project, 'tests/fixtures/search');
const labels = readdirSync(fixtures)
  .filter((name) => name.startsWith('queries'))
  .map((name) => join(fixtures, name));
const heldOut = [join(fixtures, 'queries-fresh-held-out.yaml')];

// Milliseconds for each search and size; the slowest search would take an hour.
const BUDGET = 4000;

// The goals are for this size, and larger ones take too long in Chromium.
const MAX_IN_CHROMIUM = 10_000;
const ON_SCREEN = [75, 10_000];
const THROTTLES = [1, 4];

// Enough quotes for several files.
const IN_FILES = 2000;

// Other load on the machine only adds time, so the best of several passes counts.
const PASSES = 3;

const dataOf = (size: number): SearchData => (size === 75 ? seed() : generate(size, seed()));

/** Judges the answers of all searches to all queries, and of ours to those it was not tuned on. */
async function qualities(browser: Browser | undefined): Promise<Qualities> {
  const queries = labelled(labels);
  const quality: Qualities = new Map();
  for (const [name, { open }] of peers) {
    const find = open(seed());
    const findInManyScripts = open(manyScripts());
    const answer = ({ query, isOfManyScripts }: LabelledQuery) =>
      (isOfManyScripts ? findInManyScripts : find)(query);
    quality.set(name, await judge(answer, queries));
    if (name === 'ours') quality.set('ours, held out', await judge(answer, labelled(heldOut)));
  }
  if (browser) {
    const ofSeed = queries.filter(({ isOfManyScripts }) => !isOfManyScripts);
    const texts = ofSeed.map(({ query }) => query);
    const { found } = await pagefind.measure(browser, seed(), texts, Infinity);
    quality.set('pagefind', await judge(() => found.shift()!, ofSeed));
  }
  return quality;
}

async function measureSize(
  size: number,
  queryCount: number,
  scripts: ReadonlyMap<string, string>,
  browser: Browser | undefined,
): Promise<Row[]> {
  const data = dataOf(size);
  const json = JSON.stringify(data);
  const dataBytes = compressed(json);
  const presses = queriesFor(data, queryCount).flatMap(keyPresses);
  const opened = new Map(
    [...peers].map(([name, { open }]) => [name, timed(() => open(JSON.parse(json) as SearchData))]),
  );
  const finds = new Map([...opened].map(([name, { result }]) => [name, result]));
  const inNode = interleaved(finds, presses, BUDGET);
  const inPage =
    browser && size <= MAX_IN_CHROMIUM
      ? await inChromium(browser, scripts, json, presses, BUDGET)
      : undefined;
  const rows: Row[] = [...peers.keys()].map((name) => ({
    name,
    size,
    bytes: compressed(scripts.get(name)!) + dataBytes,
    ready: opened.get(name)!.ms,
    node: inNode.get(name)!,
    chromium: inPage?.get(name)?.keys,
  }));
  if (!browser || size > pagefind.MAX_QUOTES) return [...rows, { name: 'pagefind', size }];
  const measured = await pagefind.measure(browser, data, presses, BUDGET);
  const { bytes, ready, keys: chromium } = measured;
  return [...rows, { name: 'pagefind', size, bytes, ready, chromium }];
}

async function measureScreen(sizes: readonly number[], browser: Browser): Promise<OnScreen[]> {
  const site = await serveSite(project);
  const measured: OnScreen[] = [];
  try {
    await checkLarge(browser, site, generate(IN_FILES, seed()));
    for (const size of sizes) {
      const data = dataOf(size);
      site.setData(data);
      for (const throttle of THROTTLES) {
        const passes: Frames[] = [];
        while (passes.length < PASSES) {
          // A new page each time, because the search caches words. No service worker, because
          // precaching is not part of an answer.
          const context = await browser.newContext({
            baseURL: site.origin,
            serviceWorkers: 'block',
          });
          passes.push(await typeIntoSite(await context.newPage(), queriesFor(data, 6), throttle));
          await context.close();
        }
        measured.push({
          size,
          throttle,
          ready: Math.min(...passes.map(({ ready }) => ready)),
          work: passes.flatMap(({ work }) => work),
          best: passes[0]!.work.map((_, press) =>
            Math.min(...passes.map(({ work }) => work[press]!)),
          ),
          keys: passes.flatMap(({ keys }) => keys),
          first: passes.flatMap(({ first }) => first),
          idle: passes.flatMap(({ idle }) => idle),
          cpu: quantile(
            passes.map(({ cpu }) => cpu.task),
            0.5,
          ),
        });
      }
    }
  } finally {
    site.close();
  }
  return measured;
}

/** Measures our search and its peers and prints a report. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '75,1000,10000,100000' },
      queries: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      screen: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const browser = values['no-browser'] ? undefined : await openBrowser();
  try {
    const scripts = new Map<string, string>();
    for (const name of peers.keys()) {
      scripts.set(name, await bundle(join(import.meta.dirname, `peers/${name}.ts`)));
    }
    const rows: Row[] = [];
    for (const size of values.screen ? [] : sizes) {
      console.error(`${size} quotes …`);
      rows.push(...(await measureSize(size, Number(values.queries), scripts, browser)));
    }
    const quality: Qualities = values.screen
      ? new Map<string, Map<string, Quality>>()
      : await qualities(browser);
    const onScreen = sizes.filter((size) => ON_SCREEN.includes(size));
    const report: SearchReport = {
      machine: `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}.`,
      options: Object.fromEntries(
        [...peers, ['pagefind', pagefind] as const].map(([name, { options }]) => [name, options]),
      ),
      quality,
      queries: labelled(labels).length,
      rows,
      screen: browser ? await measureScreen(onScreen, browser) : [],
    };
    const asObject = (_: string, value: unknown): unknown =>
      value instanceof Map ? Object.fromEntries(value) : value;
    console.log(values.json ? JSON.stringify(report, asObject, 2) : asMarkdown(report));
  } finally {
    await browser?.close();
  }
}
