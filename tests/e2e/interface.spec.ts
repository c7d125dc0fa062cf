import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Dictionary } from '../../src/i18n/dictionary.ts';
import { en } from '../../src/i18n/en.ts';
import { dictionaries, dictionaryFor } from '../../src/i18n/words.ts';
import { unzip } from '../unzip.ts';
import { axeViolations, collection, expect, firstQuote, forEachKind, test } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const tag = dictionaryFor(collection.lang) ?? 'en';

/** Separates phrases: placeholders, tags, numbers and punctuation. */
const separator = /\{\w+\}|<\/?\w[^>]*>|[\d.,:;·…()“”„«»|/]+/u;

/** Splits texts into phrases, and leaves out addresses. */
function phrasesOf(texts: Iterable<string>): Set<string> {
  const phrases = [...texts].flatMap((text) =>
    text
      .replace(/\S*\/\S+/gu, ' · ')
      .replace(/\s+/gu, ' ')
      .split(separator),
  );
  return new Set(
    phrases.map((phrase) => phrase.trim()).filter((phrase) => /\p{L}{2}/u.test(phrase)),
  );
}

const textsOf = (dictionary: Dictionary) =>
  Object.values(dictionary).flatMap((message) =>
    typeof message === 'string' ? [message] : Object.values(message),
  );

const translated = [...phrasesOf(textsOf(dictionaries[tag]!))].join('\n').toLowerCase();
/** Phrases that only the English interface contains. */
const english = [...phrasesOf(textsOf(en))].filter(
  (phrase) => !translated.includes(phrase.toLowerCase()),
);

/** Finds English phrases in texts: whole phrases, and long ones also inside other phrases. */
function englishIn(texts: Iterable<string>): string[] {
  const phrases = phrasesOf(texts);
  const all = ` ${[...phrases].join(' | ')} `;
  return english.filter(
    (phrase) => phrases.has(phrase) || (phrase.length > 4 && all.includes(` ${phrase} `)),
  );
}

const code = /<(script|style)[^>]*>.*?<\/\1>/gsu;

/** Returns the texts in a file, without code and the names of fields and elements. */
function textsIn(name: string, content: string): string[] {
  if (!/json|webmanifest$/u.test(name)) return content.replace(code, '').split(/<[^>]*>/u);
  const texts: string[] = [];
  JSON.parse(content, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(...value.split(/<[^>]*>/u));
    return value;
  });
  return texts;
}

/** Returns all texts of a page and its templates, including attributes. */
function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const attributes = ['alt', 'aria-label', 'content', 'placeholder', 'title'];
    attributes.push('data-message', 'data-off', 'data-on');
    const read = (root: ParentNode & Node): void => {
      for (const element of root.querySelectorAll('*')) {
        // The hashes in the policy may look like words.
        const isPolicy = element.matches('meta[http-equiv]');
        for (const { name, value } of element.attributes) {
          if (attributes.includes(name) && !isPolicy) texts.push(value);
        }
        if (element instanceof HTMLTemplateElement) read(element.content);
        // Code and formats for programs contain English words.
        const isCode = element.matches(
          'script, style, #share-bibtex, #share-csl-json, #share-html',
        );
        if (isCode) continue;
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent!);
        }
      }
    };
    read(document);
    return texts;
  });
}

/** States in which a page shows more texts. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'results of a search': async (page) => {
    await page.goto(`search/?q=${encodeURIComponent(firstQuote.text.slice(0, 40))}`);
    await expect(page.locator('[data-results] figure').first()).toBeVisible();
  },
  'a search without results': async (page) => {
    await page.goto('search/?q=qxzvjwkq');
    await expect(page.locator('[data-state=empty]')).toBeVisible();
  },
  'the search dialog': async (page) => {
    await page.goto('');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the shortcuts': async (page) => {
    await page.goto('');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a copied and saved quote': async (page) => {
    await page.goto(`quotes/${firstQuote.id}/`);
    await page.locator('[data-copy=quote]').first().click();
    await page.locator('[data-save]').first().click();
    await expect(page.locator('.notice')).toBeVisible();
  },
  'the saved list, emptied again': async (page) => {
    await page.goto('saved/');
    await expect(page.locator('[data-list] > li')).toHaveCount(1);
    await page.locator('[data-list] button').last().click();
    await expect(page.locator('.notice')).toBeVisible();
  },
  'a list that someone sent': async (page) => {
    await page.goto(`saved/?ids=${firstQuote.id},no-such-quote`);
    await expect(page.locator('[data-list] > li')).toHaveCount(1);
  },
  'an embedded quote': (page) => page.goto(`embed/${firstQuote.id}/`),
};

test.describe('the interface is in the language of the collection', () => {
  test(
    'no page contains English, and axe finds nothing',
    { tag: '@rtl-only' },
    async ({ page }) => {
      await forEachKind(page, async (kind) => {
        expect(englishIn(await textsOn(page)), kind).toEqual([]);
        expect(await axeViolations(page), kind).toEqual([]);
      });
      for (const [state, reach] of Object.entries(states)) {
        await reach(page);
        expect(englishIn(await textsOn(page)), state).toEqual([]);
      }
    },
  );

  test('no other file contains English', { tag: '@rtl-only' }, () => {
    const read = (name: string) => readFileSync(join(dist, name), 'utf8');
    const former = collection.former.map(({ kind, slug }) => `${kind}/${slug}/index.html`);
    const files = [
      ...['feed.xml', 'feed.json', 'opensearch.xml', 'manifest.webmanifest', 'search.json'],
      ...[`oembed/${firstQuote.id}.json`, `quotes/${firstQuote.id}.txt`, ...former],
    ];
    for (const name of files) expect(englishIn(textsIn(name, read(name))), name).toEqual([]);
    const book = unzip(readFileSync(join(dist, 'book.epub')));
    for (const [name, text] of book) {
      if (/\.(?:xhtml|opf|ncx)$/u.test(name))
        expect(englishIn(textsIn(name, text)), name).toEqual([]);
    }
    // Scripts contain English words, but no sentences.
    const scripts = readdirSync(join(dist, '_astro')).filter((name) => name.endsWith('.js'));
    const sentences = english.filter((phrase) => phrase.split(' ').length > 2);
    for (const name of scripts) {
      const script = read(`_astro/${name}`);
      expect(
        sentences.filter((phrase) => script.includes(phrase)),
        name,
      ).toEqual([]);
    }
  });

  test('no share button is alone in its row on a phone', { tag: '@rtl-only' }, async ({ page }) => {
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`quotes/${firstQuote.id}/`);
      const tools = page.locator('.share-tools button:visible, .share-menu summary');
      const tops = await tools.evaluateAll((all) =>
        all.map((tool) => tool.getBoundingClientRect().y),
      );
      const rows = Object.values(Object.groupBy(tops, (top) => Math.round(top)));
      expect([width, Math.min(...rows.map((row) => row!.length))]).not.toEqual([width, 1]);
    }
  });
});
