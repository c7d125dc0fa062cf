import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { projectRoot } from '../../src/cli/install.mjs';
import { contentDir } from '../../src/environment.js';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { base } from '../site-urls.ts';
import { findBrowser } from '../browser.mjs';
import { kindsOf } from '../page-kinds.ts';
import { hostCompressed } from './host.ts';
import { table } from './report.ts';
import { quantile } from './timing.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

const formFactors = { mobile: undefined, desktop: desktopConfig };

/** Pages with `noindex`, which lowers their score. */
const unlisted = ['search', 'saved', 'not found'];

/** The medians of all runs for a kind of page and a form factor. */
interface Row {
  kind: string;
  formFactor: string;
  /** From 0 to 100. */
  scores: Record<Category, number>;
  /** In milliseconds. */
  lcp: number;
  tbt: number;
  cls: number;
  /** The largest contentful element: “a quote”, or its selector. */
  largest: string;
  /** Audits that lower the score of a category other than performance. */
  faults: string[];
}

interface Node {
  type?: string;
  selector?: string;
}

function largestOf({ audits }: Result): string {
  const items = (audits['lcp-breakdown-insight']?.details?.items ?? []) as Node[];
  const selector = items.find(({ type }) => type === 'node')?.selector ?? 'unknown';
  return /blockquote/u.test(selector) ? 'a quote' : selector.split(' > ').at(-1)!;
}

function faultsOf({ audits, categories: scored }: Result): string[] {
  return Object.entries(scored)
    .filter(([name]) => name !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]!.title}`);
}

function rowOf(kind: string, formFactor: string, results: Result[]): Row {
  const median = (of: (result: Result) => number | null | undefined) =>
    quantile(
      results.map((result) => of(result) ?? NaN),
      0.5,
    );
  const metric = (id: string) => median(({ audits }) => audits[id]?.numericValue);
  const score = (name: Category) => [
    name,
    Math.round(100 * median(({ categories: scored }) => scored[name]?.score)),
  ];
  return {
    kind,
    formFactor,
    scores: Object.fromEntries(categories.map(score)) as Record<Category, number>,
    lcp: metric('largest-contentful-paint'),
    tbt: metric('total-blocking-time'),
    cls: metric('cumulative-layout-shift'),
    largest: largestOf(results[0]!),
    faults: [...new Set(results.flatMap(faultsOf))],
  };
}

function asMarkdown(rows: readonly Row[]): string {
  const head = ['Page', 'on', 'performance', 'accessibility', 'best practices', 'SEO'];
  const body = rows.map(({ kind, formFactor, scores, lcp, cls, tbt, largest }) => [
    kind,
    formFactor,
    ...categories.map((name) => String(scores[name])),
    lcp.toFixed(0),
    cls.toFixed(4),
    tbt.toFixed(0),
    largest,
  ]);
  return table([...head, 'LCP ms', 'CLS', 'TBT ms', 'largest'], body);
}

/**
 * Runs Lighthouse on each kind of page of the built site. A score below 100 is a failure, except
 * for performance, which depends on the load of the machine.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const kinds = kindsOf(loadCollectionOrThrow(contentDir()).collection);
  const selected = values.kinds?.split(',') ?? Object.keys(kinds);
  const unknown = selected.find((kind) => !(kind in kinds));
  if (unknown !== undefined) {
    throw new Error(`--kinds: ${unknown} is not one of ${Object.keys(kinds).join(', ')}`);
  }
  const dist = join(projectRoot, 'dist');
  if (!existsSync(dist)) throw new Error('dist/ is missing: run npm run build');

  const host = await hostCompressed(dist, base);
  const chrome = await launch({
    chromePath: await findBrowser(),
    chromeFlags: ['--headless', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  // The launcher itself handles only an interrupt from the keyboard.
  process.once('SIGTERM', () => {
    chrome.kill();
    process.exit(143);
  });
  const rows: Row[] = [];
  try {
    for (const kind of selected) {
      const url = `${host.origin}${base}${kinds[kind]}`;
      for (const [formFactor, config] of Object.entries(formFactors)) {
        console.error(`${kind}, ${formFactor} …`);
        const results: Result[] = [];
        for (let run = 0; run < Number(values.runs); run++) {
          const flags = {
            port: chrome.port,
            logLevel: 'error',
            onlyCategories: categories,
            skipAudits: unlisted.includes(kind) ? ['is-crawlable'] : [],
          };
          const { lhr } = (await lighthouse(url, flags, config))!;
          // For example if `dist/` contains another collection without this page.
          if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
          results.push(lhr);
        }
        rows.push(rowOf(kind, formFactor, results));
      }
    }
  } finally {
    chrome.kill();
    host.close();
  }
  console.log(asMarkdown(rows));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);

  const below = rows.filter(({ scores }) =>
    categories.some((name) => name !== 'performance' && scores[name] !== 100),
  );
  if (below.length > 0) {
    const lines = below.map(
      ({ kind, formFactor, faults }) => `${kind}, ${formFactor}: ${faults.join('; ')}`,
    );
    console.error(`\nBelow 100:\n${lines.join('\n')}`);
    process.exitCode = 1;
  }
}
