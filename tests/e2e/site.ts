import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { words } from '../../src/i18n/words.ts';
import { contentDir } from '../../src/environment.js';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { typeset } from '../../src/text/typography.ts';
import type { FullCollection } from '../full-quote.ts';
import { kindsOf, largestSubject } from '../page-kinds.ts';

/** The collection that `dist/` was built from. Only the smoke tests run on one without all fields. */
const loaded = loadCollectionOrThrow(contentDir());
export const collection = loaded.collection as FullCollection;
export const { ledger = {} } = loaded;

const [first] = collection.quotes;
if (!first) throw new Error('The collection has no quote to test with.');

/** The first quote in reading order, and the longest and the shortest of all. */
export const firstQuote = first;
const byLength = collection.quotes.toSorted((a, b) => a.text.length - b.text.length);
export const shortestQuote = byLength.at(0)!;
export const longestQuote = byLength.at(-1)!;

/** The words of the interface of this collection. */
export const { t } = words(collection);

/** Text as the pages show it. */
export const set = (text: string): string => typeset(text, collection.lang);

export const subject = largestSubject(collection);
export const pageKinds = kindsOf(collection);

/**
 * A page on which no script error, no console message and no request elsewhere may happen, but
 * for the console messages that a test provokes and `expected` matches.
 */
export const test = base.extend<{ expected: RegExp }>({
  expected: [/404 \(Not Found\)|410 \(Gone\)/u, { option: true }],
  page: async ({ page, baseURL, expected }, use) => {
    const noise: string[] = [];
    const { hostname: own } = new URL(baseURL!);
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== own && protocol !== 'data:') noise.push(`request to ${hostname}`);
    });
    await use(page);
    const blocked = 'Service Worker registration blocked by Playwright';
    expect(noise.filter((line) => line !== blocked && !expected.test(line))).toEqual([]);
  },
});

/** Takes one page through all kinds of pages, which is quicker than a new one for each. */
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

/** The rules of axe that another colour scheme can break. */
export const coloured = ['color-contrast', 'link-in-text-block'];

/** The contrast that WCAG calls enhanced, which the text of quotes has. */
export const enhanced = ['color-contrast-enhanced'];

export const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds against WCAG 2.2 AA and best practice, or some rules and places only, in words.
 * Its package for Playwright sends all of axe again for each question, which takes ten times as
 * long as the answer.
 */
export async function accessProblems(
  page: Page,
  { rules = standard, within = 'html' }: { rules?: string[]; within?: string } = {},
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
