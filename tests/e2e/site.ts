import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { contentFolder } from '../../src/collection/folder.ts';
import { requireCollection } from '../../src/collection/read.ts';
import { setInType } from '../../src/collection/typography.ts';

/** The collection that `dist/` was built from: the journeys hold for any. */
export const { collection } = requireCollection(contentFolder());

const [first] = collection.quotes;
if (!first) throw new Error('The collection has no quote to test with.');

/** The first quote in reading order, and the longest and the shortest of all. */
export const firstQuote = first;
const byLength = collection.quotes.toSorted((a, b) => a.text.length - b.text.length);
export const shortestQuote = byLength.at(0)!;
export const longestQuote = byLength.at(-1)!;

/** Text as the pages show it. */
export const set = (text: string): string => setInType(text, collection.lang);

/** The subject that most quotes mention; a collection may have none. */
export const subject = collection.subjects
  .toSorted((a, b) => b.quotes.length - a.quotes.length)
  .at(0);

/** One address of each kind of page, relative to the base. */
export const pageKinds: Record<string, string> = {
  title: '',
  part: `parts/${first.part.slug}/`,
  quote: `quotes/${first.id}/`,
  book: 'quotes/',
  themes: 'themes/',
  theme: `themes/${first.theme.slug}/`,
  sources: 'sources/',
  source: `sources/${first.source.slug}/`,
  ...(subject && { subjects: 'subjects/', subject: `subjects/${subject.slug}/` }),
  search: 'search/',
  random: 'random/?seed=any&at=1',
  saved: 'saved/',
  'not found': '404.html',
};

/**
 * A page on which no script error, no console message and no request elsewhere may happen, but
 * for the console messages that a test provokes and `expected` matches.
 */
export const test = base.extend<{ expected: RegExp; quiet: void }>({
  expected: [/404 \(Not Found\)/u, { option: true }],
  quiet: [
    async ({ page, baseURL, expected }, use) => {
      const noise: string[] = [];
      const { hostname: own } = new URL(baseURL!);
      page.on('console', (message) => noise.push(message.text()));
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== own && protocol !== 'data:') noise.push(`request to ${hostname}`);
      });
      await use();
      const blocked = 'Service Worker registration blocked by Playwright';
      expect(noise.filter((line) => line !== blocked && !expected.test(line))).toEqual([]);
    },
    { auto: true },
  ],
});

/** The rules of axe that another colour scheme can break. */
export const coloured = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 AA and best practice, or some rules only, in words. */
export async function accessProblems(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

export { expect };
