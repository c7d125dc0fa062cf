import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { words } from '../../src/i18n/words.ts';
import { contentDir } from '../../src/environment.js';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { typeset as typesetIn } from '../../src/text/typography.ts';
import type { FullCollection } from '../full-quote.ts';
import { kindsOf, largestSubject } from '../page-kinds.ts';

/** The collection of `dist/`. Only smoke tests run on collections that lack fields. */
export const collection = loadCollectionOrThrow(contentDir()).collection as FullCollection;

const [first] = collection.quotes;
if (!first) throw new Error('The collection has no quote to test with.');

/** The first quote in reading order. */
export const firstQuote = first;
const byLength = collection.quotes.toSorted((a, b) => a.text.length - b.text.length);
export const shortestQuote = byLength.at(0)!;
export const longestQuote = byLength.at(-1)!;

/** The messages of the interface. */
export const { t } = words(collection);

/** Typesets a text as pages show it. */
export const typeset = (text: string): string => typesetIn(text, collection.lang);

export const subject = largestSubject(collection);
export const pageKinds = kindsOf(collection);

/**
 * A page that fails its test after a script error, a request to another host, or a console message
 * that `expected` does not match.
 */
export const test = base.extend<{ expected: RegExp }>({
  expected: [/404 \(Not Found\)|410 \(Gone\)/u, { option: true }],
  page: async ({ page, baseURL, expected }, use) => {
    const noise: string[] = [];
    const { hostname: ownHost } = new URL(baseURL!);
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== ownHost && protocol !== 'data:') noise.push(`request to ${hostname}`);
    });
    await use(page);
    const blocked = 'Service Worker registration blocked by Playwright';
    expect(noise.filter((line) => line !== blocked && !expected.test(line))).toEqual([]);
  },
});

/** Returns the ids of the quotes in the main content of a page. */
export function quoteIds(page: Page): Promise<(string | undefined)[]> {
  return page
    .locator('main figure[data-quote]')
    .evaluateAll((figures) => figures.map((figure) => figure.dataset['quote']));
}

/** Visits all kinds of pages in one tab, which is faster than a new tab for each. */
export async function forEachKind(
  page: Page,
  check: (kind: string, path: string) => Promise<void>,
): Promise<void> {
  for (const [kind, path] of Object.entries(pageKinds)) {
    await base.step(`the ${kind} page`, async () => {
      await page.goto(path);
      await check(kind, path);
    });
  }
}

/** The axe rules that another colour scheme can break. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/** WCAG's enhanced contrast, which quotes must have. */
export const enhancedContrast = ['color-contrast-enhanced'];

export const standardRules = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
];

/**
 * Returns violations of WCAG 2.2 AA and best practice, or of some rules, as text. Axe's package for
 * Playwright injects all of axe for each check, which takes ten times as long as the check itself.
 */
export async function axeViolations(
  page: Page,
  { rules = standardRules, within = 'html' }: { rules?: string[]; within?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([rules, within]) => {
      if (!document.querySelector(within)?.checkVisibility()) return [];
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(within, { runOnly: rules, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [rules, within] as const,
  );
}

export { expect };
