import type { Page } from '@playwright/test';
import type { Plural } from '../../src/i18n/dictionary.ts';
import { en } from '../../src/i18n/en.ts';
import { dictionaries, dictionaryFor } from '../../src/i18n/words.ts';
import { accessProblems, collection, expect, forEachKind, test } from './site.ts';

const tag = dictionaryFor(collection.lang);

/** The pieces of messages between what is filled in. */
function piecesOf(messages: readonly (string | Plural)[]): string[] {
  return messages
    .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
    .flatMap((form) => form.split(/\{\w+\}|<\/?\w+>|[.,:;·…]/u))
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece));
}

/** What only the English interface says. */
function englishOnly(): string[] {
  const own = piecesOf(Object.values(dictionaries[tag]!)).join('\n').toLowerCase();
  return piecesOf(Object.values(en)).filter((piece) => !own.includes(piece.toLowerCase()));
}

/** All that a page says or would say: its texts, those of its templates, and labels. */
function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [document.title];
    const read = (root: ParentNode & Node): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const name of ['aria-label', 'placeholder', 'title', 'data-message']) {
          said.push(element.getAttribute(name) ?? '');
        }
        if (element instanceof HTMLTemplateElement) read(element.content);
        if (element.matches('script:not([data-words]), style, textarea')) continue;
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent!);
        }
      }
    };
    read(document);
    return said.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean);
  });
}

test.describe('the interface speaks the language of the collection', () => {
  test('no page says a word in English', { tag: '@rtl-only' }, async ({ page }) => {
    // A short word may be one of the collection's language too.
    const phrases = englishOnly().map((text) => ({ text, isShort: text.length < 5 }));
    await forEachKind(page, async (kind) => {
      const said = await saidOn(page);
      const found = phrases.filter(({ text, isShort }) =>
        said.some((one) => one === text || (!isShort && ` ${one} `.includes(` ${text} `))),
      );
      expect(found, kind).toEqual([]);
    });
  });

  test('axe finds nothing on any page', { tag: '@rtl-only' }, async ({ page }) => {
    await forEachKind(page, async (kind) => {
      expect(await accessProblems(page), kind).toEqual([]);
    });
  });
});
