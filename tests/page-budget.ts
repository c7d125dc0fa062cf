import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/cli/install.mjs';
import { openBrowser } from './bench/browser.ts';
import {
  firstViews,
  largestOfEachKind,
  pagesIn,
  type FirstView,
  type Page,
} from './page-weight.ts';

interface Budget {
  html: number;
  script: number;
  fonts: number;
}

const kB = 1000;

/** The limits for every page. */
const limits: Budget = { html: 100 * kB, script: 4 * kB, fonts: 45 * kB };

/** Script limits of pages that are rendered in the browser, and of the search. */
const scriptLimits: Record<string, number> = {
  saved: 13 * kB,
  search: 30 * kB,
  'not found': 6.5 * kB,
};

/** The first round trip carries ten packets, 14.6 kB, including the headers. */
const FIRST_ROUND_TRIP = 12 * kB;
const TEN_QUOTES = 16 * kB;

function budgetOf({ kind, quotes }: Page): Budget {
  const script = scriptLimits[kind] ?? limits.script;
  if (kind === 'quote') return { ...limits, html: FIRST_ROUND_TRIP };
  if (kind === 'part' && quotes <= 10) return { ...limits, html: TEN_QUOTES };
  return { ...limits, script };
}

const names: Record<keyof Budget, string> = {
  html: 'HTML with its styles',
  script: 'script before search',
  fonts: 'fonts of a first view',
};

const inKB = (bytes: number) => (bytes / kB).toFixed(1);

function row(cells: readonly string[]): string {
  const [kind = '', count = '', ...others] = cells;
  return [kind.padEnd(11), count.padStart(6), ...others.map((cell) => cell.padStart(17))].join('');
}

function tableOf(pages: readonly Page[], views: ReadonlyMap<Page, FirstView>): string {
  const rows = [...views].map(([page, view]) => {
    const { kind, path, html } = page;
    const count = pages.filter((other) => other.kind === kind).length;
    const weights = { ...view, html };
    const budget = budgetOf(page);
    const cells = (Object.keys(names) as (keyof Budget)[]).map(
      (name) => `${inKB(weights[name])} of ${budget[name] / kB}`,
    );
    return `${row([kind, String(count), ...cells, String(view.requests)])}  /${path}`;
  });
  const head = row(['kind', 'pages', 'HTML and CSS', 'script', 'fonts', 'requests']);
  return ['Compressed kB of the largest page of each kind:', `${head}  largest`, ...rows].join(
    '\n',
  );
}

function overBudget(pages: readonly Page[], views: ReadonlyMap<Page, FirstView>): string[] {
  return pages.flatMap((page) => {
    const weights: Partial<Budget> = { html: page.html, ...views.get(page) };
    const budget = budgetOf(page);
    return (Object.keys(names) as (keyof Budget)[])
      .filter((name) => (weights[name] ?? 0) > budget[name])
      .map(
        (name) =>
          `/${page.path}: ${names[name]} ${inKB(weights[name]!)} kB, at most ${budget[name] / kB} kB`,
      );
  });
}

const dist = join(projectRoot, 'dist');
if (!existsSync(dist)) {
  console.error('dist/ is missing: run npm run build');
  process.exit(1);
}
const pages = pagesIn(dist);
// The random page redirects immediately.
const measured = pages.filter(({ kind }) => kind !== 'random');
const browser = await openBrowser();
const views = await firstViews(browser, dist, largestOfEachKind(measured));
await browser.close();
console.log(tableOf(pages, views));
const problems = overBudget(pages, views);
if (problems.length > 0) {
  console.error(`\nOver budget:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
