import { expect, firstQuote, pageKinds, test, typeset } from './site.ts';

// The accessibility tree of the kinds of pages, reduced to what matters.

const { theme, source, part, text } = firstQuote;
const nameOf = (words: string) => JSON.stringify(typeset(words).replace(/\s+/gu, ' '));

test('the title page has a title, a search field, and the contents with counts', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - navigation "Site":
        - list:
          - listitem:
            - link "Contents"
      - button "Switch to Dark"
      - button "Search"
    - main:
      - heading [level=1]
      - search:
        - searchbox "Search the quotes"
      - navigation "Contents":
        - heading "Contents" [level=2]
        - list:
          - listitem:
            - link /${part.number} .*\\d+ quotes?/
    - contentinfo:
      - navigation "Menu"
  `);
});

test('a part has a title, then each quote as a figure with theme, text and source', async ({
  page,
}) => {
  await page.goto(pageKinds['part']!);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph: /Part ${part.number}/
    - heading ${nameOf(part.label)} [level=1]
    - list:
      - listitem:
        - figure:
          - heading ${nameOf(theme.label)} [level=2]:
            - link ${nameOf(theme.label)}
          - blockquote:
            - paragraph: ${nameOf(text.split('\n\n')[0]!)}
          - link ${nameOf(source.label)}
          - button "Copy"
          - button "Link"
          - button "Save"
          - link "Share"
    - navigation "Parts"
  `);
});

test('a permalink has part, theme, quote and source, then actions and the next quote', async ({
  page,
}) => {
  await page.goto(pageKinds['quote']!);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph:
      - link "Part ${part.number}"
    - figure:
      - heading ${nameOf(theme.label)} [level=1]
      - blockquote:
        - paragraph: ${nameOf(text.split('\n\n')[0]!)}
      - link ${nameOf(source.label)}
    - button "Copy quote"
    - button "Copy link"
    - button "Save"
    - navigation "Quotes":
      - link /^Next/
  `);
});

test('the search has a field, announces the count after a pause, and lists the results', async ({
  page,
}) => {
  await page.goto(pageKinds['quote']!);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(theme.label);
  await expect(dialog.getByRole('status')).toHaveText(/^(?:First \d+ of )?\d+ quotes?/u);
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Search":
      - search:
        - searchbox "Search the quotes"
        - button "Close"
      - status: /\\d+ quotes?/
      - combobox "Parts"
      - combobox "Sources"
      - list:
        - listitem:
          - figure:
            - paragraph:
              - link ${nameOf(theme.label)}
            - blockquote
  `);
  await dialog.getByRole('searchbox').fill('xyzzyq');
  await expect(dialog.getByRole('status')).toHaveText('No quotes found for “xyzzyq”');
});

test('changes within a page are announced', async ({ page }) => {
  await page.goto(pageKinds['part']!);
  const status = (words: string) => page.getByRole('status').filter({ hasText: words });
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(status('Saved on this device.')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('saved/');
  await expect(page.locator('[data-list] figure')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(status('Removed from your list.')).toHaveCount(1);
});

test('every item of the open share menu has a name', async ({ page }) => {
  await page.goto(`${pageKinds['quote']!}#share`);
  await expect(page.locator('.share-menu')).toMatchAriaSnapshot(`
    - group:
      - list:
        - listitem:
          - link "Email"
        - listitem:
          - link "Image"
      - list:
        - listitem:
          - text: Link
          - button /^Copy. Link$/
          - textbox "Link"
  `);
});
