import type { Page } from '@playwright/test';
import { base } from '../site-urls.ts';
import {
  axeViolations,
  colorRules,
  collection,
  enhancedContrast,
  expect,
  firstQuote,
  pageKinds,
  standardRules,
  test,
} from './site.ts';

/** The rules that another width can break. */
const widthRules = [
  ...colorRules,
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
];

/** One view runs all rules. The others run the rules that their width or colours can break. */
const views = [
  { width: 320, colorScheme: 'light', forcedColors: 'none', rules: widthRules },
  { width: 1440, colorScheme: 'light', forcedColors: 'none', rules: standardRules },
  { width: 1440, colorScheme: 'dark', forcedColors: 'none', rules: colorRules },
  { width: 320, colorScheme: 'dark', forcedColors: 'active', rules: colorRules },
] as const;

/** Removes all but the first entries of lists, since all entries have the same markup. */
async function keepFirstEntries(page: Page): Promise<void> {
  await page.evaluate(() => {
    const others = '.quote-list > li:nth-child(n + 4), .letter-index section:nth-child(n + 4)';
    for (const entry of document.querySelectorAll(others)) entry.remove();
  });
}

/** Returns what axe finds in every view, including quotes without enhanced contrast. */
async function violationsByView(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { width, colorScheme, forcedColors, rules } of views) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, forcedColors });
    const violations = [
      ...(await axeViolations(page, { rules })),
      ...(await axeViolations(page, { rules: enhancedContrast, within: 'blockquote' })),
    ];
    if (violations.length > 0) found[`${colorScheme}, ${forcedColors}, ${width} px`] = violations;
  }
  return found;
}

interface State {
  path: string;
  reach: (page: Page) => Promise<unknown>;
}

const { quote, part, search, saved } = pageKinds;
const dialog = (page: Page) => page.getByRole('dialog');

async function searchFor(page: Page, query: string, state: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('searchbox').fill(query);
  await expect(dialog(page).locator(`[data-state="${state}"]`)).toBeVisible();
}

async function saveQuotes(page: Page, ids: string[]): Promise<void> {
  const list = ids.map((id) => ({ id, note: 'Read again.' }));
  const key = base === '/' ? 'saved' : `saved:${base}`;
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key!, text!),
    [key, JSON.stringify(list)],
  );
  await page.reload();
  await expect(page.locator('[data-list] > li')).toHaveCount(ids.length);
}

const someIds = collection.quotes.slice(0, 3).map(({ id }) => id);

/** States that readers can bring pages into. */
const states: Record<string, State> = {
  'the share menu open': { path: quote!, reach: (page) => page.locator('summary').click() },
  'a quote copied': {
    path: part!,
    reach: async (page) => {
      await page.context().grantPermissions(['clipboard-write']);
      await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    },
  },
  'a saved quote and its notice': {
    path: part!,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await expect(page.locator('.notice')).toContainText('Saved');
    },
  },
  'the shortcuts open': {
    path: quote!,
    reach: async (page) => {
      await page.keyboard.press('?');
      await expect(dialog(page)).toBeVisible();
    },
  },
  'the search dialog open': {
    path: quote!,
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(dialog(page)).toBeVisible();
    },
  },
  'results in the dialog': {
    path: quote!,
    reach: async (page) => {
      await searchFor(page, firstQuote.theme.label, 'ready');
      await page.keyboard.press('ArrowDown');
    },
  },
  'no result in the dialog': { path: part!, reach: (page) => searchFor(page, 'xyzzyq', 'empty') },
  'results on the search page': {
    path: `${search}?q=${encodeURIComponent(firstQuote.theme.label)}`,
    reach: (page) => expect(page.locator('[data-state="ready"]')).toBeVisible(),
  },
  'saved quotes with notes': { path: saved!, reach: (page) => saveQuotes(page, someIds) },
  'a saved quote removed and an offer to undo': {
    path: saved!,
    reach: async (page) => {
      await saveQuotes(page, someIds);
      await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    },
  },
  'a list that someone sent': {
    path: `saved/?ids=${someIds.join(',')}`,
    reach: (page) => expect(page.getByRole('button', { name: 'Save these' })).toBeVisible(),
  },
  'an embedded quote': { path: `embed/${firstQuote.id}/`, reach: async () => undefined },
};

/** States that differ from these and from the pages in few elements. */
const similarStates: Record<string, State> = {
  'the skip link focused': { path: '', reach: (page) => page.keyboard.press('Tab') },
  'the other theme': {
    path: quote!,
    reach: (page) => page.locator('[data-theme-switch]:visible').first().click(),
  },
  'offline reading switched off': {
    path: '',
    reach: (page) => page.getByRole('button', { name: 'Available offline' }).click(),
  },
  'a search that is loading': {
    path: quote!,
    reach: async (page) => {
      await page.route('**/search*.json', () => undefined);
      await searchFor(page, 'the', 'loading');
    },
  },
  'a search that failed': {
    path: quote!,
    reach: async (page) => {
      await page.route('**/search*.json', (route) => route.abort());
      await searchFor(page, 'the', 'error');
    },
  },
  'a saved quote that is gone': {
    path: saved!,
    reach: (page) => saveQuotes(page, [...someIds, 'no-longer-there']),
  },
  'a file without quotes': {
    path: saved!,
    reach: async (page) => {
      const buffer = Buffer.from('Nothing.');
      // The field has no listener until it is shown.
      await expect(page.getByText('Import')).toBeVisible();
      await page
        .locator('[type=file]')
        .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer });
      await expect(page.locator('.notice')).toContainText('contains no quotes');
    },
  },
  'saved quotes that do not load': {
    path: '',
    reach: async (page) => {
      await page.route('**/quotes.json', (route) => route.abort());
      await page.goto(saved!);
      await expect(page.getByText('The quotes could not be loaded')).toBeVisible();
    },
  },
  'a random quote that does not load': {
    path: '',
    reach: async (page) => {
      await page.route('**/slugs/quotes.json', (route) => route.abort());
      await page.goto('random/');
      await expect(page.getByText('The quotes could not be loaded')).toBeVisible();
    },
  },
  'the closest quote suggested': {
    path: `quotes/${firstQuote.id}x/`,
    reach: (page) => expect(page.getByText('Did you mean').first()).toBeVisible(),
  },
};

test.describe('axe finds nothing', () => {
  test.use({ expected: /404 \(Not Found\)|ERR_FAILED/u });

  for (const [kind, path] of Object.entries(pageKinds)) {
    test(`on the ${kind} page, whose skip link leads to the content`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('main')).toHaveAttribute('id', 'main');
      // The search page focuses its field.
      if (kind !== 'search') {
        await page.keyboard.press('Tab');
        await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
      }
      await keepFirstEntries(page);
      expect(await violationsByView(page)).toEqual({});
    });
  }

  for (const [name, { path, reach }] of Object.entries({ ...states, ...similarStates })) {
    const tag = name in similarStates ? '@rare' : [];
    test(`with ${name}`, { tag }, async ({ page }) => {
      await page.goto(path);
      await reach(page);
      await keepFirstEntries(page);
      expect(await violationsByView(page)).toEqual({});
    });
  }
});
