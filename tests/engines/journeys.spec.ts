import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test as runner } from '@playwright/test';
import { writeWorker } from '../../src/build/service-worker.ts';
import { contentDir } from '../../src/environment.js';
import { loadCollectionOrThrow } from '../../src/loader/load.ts';
import { typeset } from '../../src/text/typography.ts';
import { kindsOf } from '../page-kinds.ts';
import { openSite, type Site } from '../site-server.ts';
import { base } from '../site-urls.ts';
import { startEngine } from './index.ts';
import type { Engine, Tab } from './tab.ts';

const dist = join(import.meta.dirname, '../../dist');
const { collection } = loadCollectionOrThrow(contentDir());
const kinds = kindsOf(collection);
const [quote, nextQuote] = collection.quotes;

/** A long word of the collection with a letter missing. */
const [misspelt] = collection.quotes
  .flatMap(({ text }) => text.match(/\p{L}{7,}/gu) ?? [])
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.slice(0, 3) + word.slice(4));

const it = runner.extend<{ site: Site; tab: Tab }, { engine: Engine }>({
  engine: [
    async ({ browserName: _ }, use, { project }) => {
      const engine = await startEngine(project.name);
      runner.skip(!engine, `No ${project.name} is installed: npm test says how.`);
      await use(engine!);
      await engine!.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  site: async ({ browserName: _ }, use) => {
    const site = await openSite(dist);
    site.hasServiceWorker = false;
    await use(site);
    site.close();
  },
  tab: async ({ engine, site }, use) => {
    const tab = await engine.open();
    await tab.resize(1280, 900);
    await use(tab);
    expect(tab.messages.filter((message) => !isHarmless(message))).toEqual([]);
    expect(failures(site)).toEqual([]);
  },
});

/** WebKit reports a directive that it does not know, Firefox fonts of a page that was left. */
const isHarmless = (message: string) => /manifest-src|status=2152398850/u.test(message);

/** Firefox requests this icon in addition to the one that pages link. */
const failures = ({ failed }: Site) => failed.filter((line) => !line.endsWith('/favicon.ico'));

/** Polls a function in the page. Errors are ignored, since the page may change in the meantime. */
const poll = <Result, Value = undefined>(tab: Tab, read: (value: Value) => Result, value?: Value) =>
  expect.poll(() => tab.evaluate(read, value).catch(() => undefined), { intervals: [50, 100] });

const permalink = /\/quotes\/[^/]+\/$/u;
/** A page with a list of quotes. */
const list = kinds['part'] ?? kinds['book']!;

/** The current path and query. */
const currentPath = () => location.pathname + location.search;

const focusedTag = () =>
  document.activeElement?.matches('a.u-url, input[type=search]')
    ? document.activeElement.tagName
    : undefined;

const searchState = () => {
  const search = (document.querySelector('dialog[open]') ?? document).querySelector('quote-search');
  const query = search?.querySelector('input')?.value;
  const isCounted = search?.querySelector('.search-count')?.checkVisibility() === true;
  return { query, found: isCounted && search.querySelector('[data-results] li') !== null };
};

/** Moves through the results with the keys, and opens the first. */
async function openFirstResult(tab: Tab): Promise<void> {
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
  await tab.press('ArrowDown');
  await poll(tab, focusedTag).toBe('A');
  const ring = () => getComputedStyle(document.activeElement!.closest('figure')!).outlineStyle;
  expect(await tab.evaluate(ring)).toBe('solid');
  await tab.press('ArrowUp');
  await poll(tab, focusedTag).toBe('INPUT');
  await tab.press('ArrowDown', 'Enter');
  await poll(tab, currentPath).toMatch(permalink);
}

/** Returns what Ctrl+V pastes. */
async function clipboard(tab: Tab): Promise<string> {
  await tab.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await tab.press('Control+v');
  const pasted = () => document.querySelector<HTMLTextAreaElement>('#pasted')!.value;
  await poll(tab, pasted).not.toBe('');
  const text = await tab.evaluate(pasted);
  await tab.evaluate(() => document.querySelector('#pasted')!.remove());
  return text.replaceAll('\r', '');
}

it('every kind of page loads without a console message or a failed request', async ({
  engine,
  site,
}) => {
  const urls = Object.values(kinds).map((path) => site.address + path);
  const paths = urls.map((url) => new URL(url).pathname);
  let last = Date.now();
  site.onRequest = () => (last = Date.now());
  const loaded = async () => {
    const missing = () => paths.filter((path) => !site.requests.includes(path));
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    await expect.poll(() => Date.now() - last, { timeout: 30_000 }).toBeGreaterThan(1000);
  };
  const messages = await engine.messagesOf(urls, loaded);
  expect(messages.filter((message) => !isHarmless(message))).toEqual([]);
  expect(failures(site)).toEqual([]);
});

it('no kind of page scrolls sideways on a phone or a desktop', async ({ tab, site }) => {
  const overflowing: string[] = [];
  for (const [kind, path] of Object.entries(kinds)) {
    await tab.goto(site.address + path);
    for (const width of [390, 1440]) {
      await tab.resize(width, 900);
      const overflow = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) overflowing.push(`${kind} at ${width} px: ${overflow} px`);
    }
  }
  expect(overflowing).toEqual([]);
});

it('the opening mark has its own width beside the text', async ({ tab, site }) => {
  await tab.goto(`${site.address}quotes/${quote!.id}/`);
  const width = () =>
    parseFloat(getComputedStyle(document.querySelector('.quote-text > p')!, '::before').width);
  expect(await tab.evaluate(width)).toBeGreaterThan(4);
});

it('quotes in a list are aligned by the direction of their language', async ({ tab, site }) => {
  await tab.goto(`${site.address}quotes/`);
  const distances = () =>
    Array.from(document.querySelectorAll('main .quote-text > :first-child'), (paragraph) => {
      const text = document.createRange();
      text.selectNodeContents(paragraph);
      const [line] = text.getClientRects();
      const box = paragraph.getBoundingClientRect();
      const isRtl = getComputedStyle(paragraph).direction === 'rtl';
      return Math.abs(isRtl ? box.right - line!.right : box.left - line!.left);
    });
  const found = await tab.evaluate(distances);
  expect(found).toHaveLength(collection.quotes.length);
  expect(Math.max(...found)).toBeLessThan(2);
});

it('the title page finds a misspelt word, and on Back field and results agree', async ({
  tab,
  site,
}) => {
  await tab.goto(site.address);
  await tab.click('main input[type=search]');
  await tab.type(misspelt!);
  await openFirstResult(tab);
  await tab.back();
  const agrees = () => {
    const search = document.querySelector('main quote-search');
    const hasResults = Boolean(search?.querySelector('[data-results] li'));
    return search && Boolean(search.querySelector('input')!.value) === hasResults;
  };
  await poll(tab, agrees).toBe(true);
  await tab.goto(`${site.address}404.html`);
  await tab.click('main input[type=search]');
  await tab.type(misspelt!);
  await tab.press('Enter');
  await poll(tab, currentPath).toContain('/search/?q=');
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
});

it('the dialog opens and closes by keys, and Back reopens it', async ({ tab, site }) => {
  await tab.goto(site.address + list);
  const isOpen = () => Boolean(document.querySelector('dialog[open]'));
  await tab.press('/');
  await poll(tab, isOpen).toBe(true);
  await tab.type(misspelt!);
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
  await tab.press('Escape');
  await poll(tab, isOpen).toBe(false);
  await tab.press('Control+k');
  await poll(tab, isOpen).toBe(true);
  await openFirstResult(tab);
  await tab.back();
  await poll(tab, isOpen).toBe(true);
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
});

it('the search page keeps its query in the address, on Back and after a reload', async ({
  tab,
  site,
}) => {
  await tab.goto(`${site.address}search/`);
  await poll(tab, focusedTag).toBe('INPUT');
  await tab.click('main input[type=search]');
  await tab.type(misspelt!);
  await openFirstResult(tab);
  await tab.back();
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
  // Leaving the field writes the address.
  await tab.evaluate(() => {
    document.querySelector('input')!.focus();
    document.querySelector('input')!.blur();
  });
  await poll(tab, currentPath).toContain('?q=');
  await tab.reload();
  await poll(tab, searchState).toEqual({ query: misspelt, found: true });
});

it('a quote and its link can be copied, from its page and from a list', async ({ tab, site }) => {
  await tab.goto(`${site.address}quotes/${quote!.id}/`);
  await tab.click('.share-tools [data-copy=quote]');
  const expected = await tab.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('#share-quote')!.value,
  );
  expect(await clipboard(tab)).toBe(expected);
  await tab.click('.share-tools [data-copy=link]');
  expect(await clipboard(tab)).toContain(`/quotes/${quote!.id}/`);
  await tab.goto(site.address + list);
  const label = () => document.querySelector('.quote-actions [data-copy]')!.textContent;
  const before = await tab.evaluate(label);
  await tab.evaluate(() =>
    document.querySelector<HTMLElement>('.quote-actions [data-copy]')!.focus(),
  );
  await tab.press('Enter');
  await poll(tab, label).not.toBe(before);
  expect(await clipboard(tab)).toContain(quote!.text.slice(0, 20));
});

it('quotes can be saved with notes, exported, removed and imported', async ({ tab, site }) => {
  for (const { id } of [quote!, nextQuote!]) {
    await tab.goto(`${site.address}quotes/${id}/`);
    await tab.click('.share-tools [data-save]');
    await poll(tab, () => document.querySelector('[data-save]')!.ariaPressed).toBe('true');
  }
  await tab.goto(`${site.address}saved/`);
  const ids = () =>
    [...document.querySelectorAll<HTMLElement>('[data-list] > li')].map(
      (item) => item.dataset['id'],
    );
  await poll(tab, ids).toHaveLength(2);
  const saved = await tab.evaluate(ids);
  const noteHeight = () => {
    const { clientHeight, scrollHeight, value } =
      document.querySelector<HTMLTextAreaElement>('[data-list] textarea')!;
    return { clientHeight, isAllShown: scrollHeight <= clientHeight + 1, value };
  };
  const before = await tab.evaluate(noteHeight);
  await tab.click('[data-list] textarea');
  await tab.type('one');
  for (const word of ['two', 'three', 'four']) {
    await tab.press('Enter');
    await tab.type(word);
  }
  await poll(tab, noteHeight).toMatchObject({ isAllShown: true, value: 'one\ntwo\nthree\nfour' });
  expect((await tab.evaluate(noteHeight)).clientHeight).toBeGreaterThan(before.clientHeight + 40);
  await tab.reload();
  await poll(
    tab,
    () => document.querySelector<HTMLTextAreaElement>('[data-list] textarea')?.value,
  ).toBe('one\ntwo\nthree\nfour');

  await tab.evaluate(() => {
    const createObjectURL = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      void (blob as Blob)
        .text()
        .then((text) => (document.documentElement.dataset['exported'] = text));
      return createObjectURL(blob);
    };
  });
  await tab.click('[data-action=json]');
  const exported = () => document.documentElement.dataset['exported'];
  await poll(tab, exported).toContain('two');
  const file = join(mkdtempSync(join(tmpdir(), 'quote-browser-export-')), 'saved.json');
  writeFileSync(file, (await tab.evaluate(exported))!);
  await tab.click('[data-action=clear]');
  await poll(tab, ids).toEqual([]);
  await tab.upload('input[type=file]', file);
  await poll(tab, ids).toEqual(saved);
  expect((await tab.evaluate(noteHeight)).value).toContain('four');
  rmSync(join(file, '..'), { recursive: true });
});

it('Random opens quotes, and Back and reload keep them', async ({ tab, site }) => {
  await tab.goto(`${site.address}random/`);
  await poll(tab, currentPath).toMatch(permalink);
  const first = await tab.evaluate(currentPath);
  await poll(tab, () => document.readyState).toBe('complete');
  await tab.press('r');
  await poll(tab, currentPath).toMatch(permalink);
  await poll(tab, currentPath).not.toBe(first);
  await poll(tab, () => document.readyState).toBe('complete');
  await tab.back();
  await poll(tab, currentPath).toBe(first);
  await tab.reload();
  expect(await tab.evaluate(currentPath)).toBe(first);
});

it('the theme switches, is stored, and returns to the system’s theme', async ({ tab, site }) => {
  await tab.goto(site.address);
  const paper = () => getComputedStyle(document.documentElement).backgroundColor;
  const before = await tab.evaluate(paper);
  await tab.click('header [data-theme-switch]');
  await poll(tab, paper).not.toBe(before);
  const after = await tab.evaluate(paper);
  await tab.reload();
  expect(await tab.evaluate(paper)).toBe(after);
  await tab.click('header [data-theme-switch]');
  await poll(tab, paper).toBe(before);
  expect(await tab.evaluate(() => JSON.stringify(localStorage))).not.toContain('dark');
});

it('pages and search work offline, and a new version is shown once the network is back', async ({
  engine,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'quote-browser-offline-'));
  const includedIds = new Set(collection.quotes.slice(0, 3).map(({ id }) => id));
  const isLeftOut = (path: string) => {
    const [, folder, id] = /\/(cards|embed|oembed|quotes)\/([^/]+?)(?:\.\w+)?$/u.exec(path) ?? [];
    return folder === 'cards' || (folder !== undefined && id !== 'index' && !includedIds.has(id!));
  };
  cpSync(dist, root, { recursive: true, filter: (path) => !isLeftOut(path.slice(dist.length)) });
  writeWorker(root, base);
  const site = await openSite(root);
  try {
    const tab = await engine.open();
    await tab.goto(site.address);
    const isReady = async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return (
        registration?.active?.state === 'activated' && Boolean(navigator.serviceWorker.controller)
      );
    };
    // This is slow while the other engines load all pages.
    await expect
      .poll(() => tab.evaluate(isReady).catch(() => false), { timeout: 60_000 })
      .toBe(true);
    site.isOnline = false;

    await tab.goto(`${site.address}quotes/${quote!.id}/`);
    const words = () => document.querySelector('main blockquote')?.textContent.trim();
    await poll(tab, words).toBe(typeset(quote!.text, quote!.lang));
    await tab.press('/');
    await poll(tab, () => Boolean(document.querySelector('dialog[open]'))).toBe(true);
    await tab.type(misspelt!);
    await poll(tab, searchState).toEqual({ query: misspelt, found: true });
    await tab.goto(`${site.address}embed/${quote!.id}/`);
    const [, unavailable] = /<title>([^<]*)/u.exec(
      readFileSync(join(root, 'offline/index.html'), 'utf8'),
    )!;
    await poll(tab, () => document.title).toBe(unavailable);

    site.isOnline = true;
    const home = join(root, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf8').replace(/<title>[^<]*/u, '<title>Second'));
    writeWorker(root, base);
    await tab.goto(site.address);
    await poll(tab, () => document.title).toBe('Second');
  } finally {
    site.close();
    rmSync(root, { recursive: true, force: true });
  }
});

/** Counts the pages of a PDF, whose objects may be compressed. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/ObjStm[\s\S]*?stream\r?\n/gu)].map((match) =>
    inflateSync(pdf.subarray(match.index + match[0].length), { finishFlush: 2 }).toString('latin1'),
  );
  return [text, ...streams].join('').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

it('a quote prints on one sheet', async ({ engine, site }) => {
  runner.skip(!engine.print, 'The driver cannot print.');
  const pdf = await engine.print!(`${site.address}quotes/${quote!.id}/`);
  expect(pagesOf(pdf)).toBe(1);
});

it('without JavaScript pages can be read, and a search leads to the book', async ({ site }, {
  project,
}) => {
  const engine = await startEngine(project.name, { scripts: false });
  runner.skip(!engine, `No ${project.name} is installed: npm test says how.`);
  try {
    const tab = await engine!.open();
    await tab.goto(`${site.address}quotes/${quote!.id}/`);
    const words = () => document.querySelector('main blockquote')?.textContent.trim();
    expect(await tab.evaluate(words)).toBe(typeset(quote!.text, quote!.lang));
    await tab.goto(site.address);
    await tab.click('main input[type=search]');
    await tab.type(misspelt!);
    await tab.press('Enter');
    await poll(tab, currentPath).toContain('/search/?q=');
    await tab.click('main a[href$="/quotes/"]');
    const quotes = () => document.querySelectorAll('main figure[data-quote]').length;
    await poll(tab, quotes).toBe(collection.quotes.length);
  } finally {
    await engine!.close();
  }
});
