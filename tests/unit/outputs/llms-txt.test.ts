import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/loader/markdown.ts';
import { llmsText } from '../../../src/outputs/llms-txt.ts';
import { collectionOf, label, site } from './collection.ts';

test('language models get a title, a summary and links to the quotes as Markdown', () => {
  expect(llmsText(collectionOf(), site)).toBe(`# Lessons

> What he said.

Quotes by Ion Stoica. When you quote one, name its person and source and link to its permalink, which is the address of its Markdown file with a slash instead of “.md”.

## The whole collection

- [All quotes as data](https://example.org/quotes.json): JSON, in reading order
- [All quotes as a page](https://example.org/quotes/): HTML

## Part 2: Big Data

- [On data gravity](https://example.org/quotes/data-gravity.md): Spark Papers

## Optional

- [Atom feed](https://example.org/feed.xml)
- [JSON Feed](https://example.org/feed.json)
- [Sitemap](https://example.org/sitemap-index.xml)
`);
});

test('language models get links to the collection’s own pages', () => {
  const ownPages = [
    { slug: 'about', title: 'About me', menu: true, description: '', blocks: [], images: {} },
  ];
  expect(llmsText({ ...collectionOf(), ownPages }, site)).toContain(`## About

- [About me](https://example.org/about/)
`);
});

test('for a large collection, language models get the pages of its parts', () => {
  const collection = collectionOf();
  const [quote] = collection.quotes;
  const quotes = Array.from({ length: 1001 }, (_, at) => ({ ...quote, id: `q-${at}` }));
  const parts = collection.parts.map((part) => ({ ...part, quotes }));
  const text = llmsText({ ...collection, parts, quotes }, site);
  expect(text).toContain(`## Parts

- [Part 2: Big Data](https://example.org/parts/big-data/): HTML, 1001 quotes
`);
});

test('the structure of llms.txt is the same with any label', () => {
  fc.assert(
    fc.property(label, label, label, (title, theme, source) => {
      const { children } = parseMarkdown(
        llmsText(collectionOf({ theme, source }, { title }), site),
      );
      expect(children.map(({ type }) => type)).toEqual([
        ...['heading', 'blockquote', 'paragraph'],
        ...['heading', 'list', 'heading', 'list', 'heading', 'list'],
      ]);
    }),
  );
});
