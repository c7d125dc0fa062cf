import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontmatter } from '../../../src/loader/markdown-file.ts';
import { parseMarkdown, readParagraphs } from '../../../src/loader/markdown.ts';
import { plainText } from '../../../src/collection/plain-text.ts';
import { collectionData, quoteData } from '../../../src/collection/quote-data.ts';
import { quoteMarkdown } from '../../../src/outputs/quote-markdown.ts';
import { collectionOf, label, site, words } from './collection.ts';

describe('the data of a quote', () => {
  test('has a permalink with host, labels and text as written', () => {
    const { quotes } = collectionOf({ text: 'It\'s "so" -- really...' });
    expect(quoteData(quotes[0], site)).toEqual({
      id: 'data-gravity',
      url: 'https://example.org/quotes/data-gravity/',
      part: 2,
      theme: 'On data gravity',
      source: 'Spark Papers',
      text: 'It\'s "so" -- really...',
      person: 'Ion Stoica',
      lang: 'en',
      status: 'attributed',
    });
  });

  test('has the date, locator and address of the source if the content has them', () => {
    const known = { date: '2013', locator: 'p. 12', url: 'https://example.com/' };
    expect(quoteData(collectionOf(known).quotes[0], site)).toMatchObject({
      date: '2013',
      locator: 'p. 12',
      sourceUrl: 'https://example.com/',
    });
  });
});

test('the data of the collection contains its parts and quotes', () => {
  const collection = collectionOf();
  expect(collectionData(collection, site)).toEqual({
    title: 'Lessons',
    person: 'Ion Stoica',
    lang: 'en',
    introduction: 'What he said.',
    parts: [{ number: 2, title: 'Big Data', slug: 'big-data' }],
    quotes: [quoteData(collection.quotes[0], site)],
  });
});

describe('the Markdown file of a quote', () => {
  test('has the data and the permalink as frontmatter', () => {
    const [quote] = collectionOf({ text: 'Not *this*.\n\nThat.' }).quotes;
    expect(quoteMarkdown(quote, site)).toBe(
      `---
id: data-gravity
part: 2
theme: On data gravity
source: Spark Papers
person: Ion Stoica
lang: en
status: attributed
permalink: https://example.org/quotes/data-gravity/
---

Not \\*this\\*.

That.
`,
    );
  });

  test('can be parsed back, with any text and label', () => {
    fc.assert(
      fc.property(words, label, (text, source) => {
        const [quote] = collectionOf({ text, source }).quotes;
        const markdown = quoteMarkdown(quote, site);
        const { 0: head, groups } = frontmatter.exec(markdown)!;
        const blocks = parseMarkdown(markdown.slice(head.length)).children;
        expect(plainText(readParagraphs(blocks, { links: false }).paragraphs)).toBe(text);
        expect(parse(groups!['yaml']!)).toMatchObject({ source });
      }),
    );
  });
});
