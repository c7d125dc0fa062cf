import { expect, test } from 'vitest';
import { citation, shortCitation, type Cited } from '../../../src/collection/citation.ts';

const cited: Cited = {
  text: 'Moving "data" is expensive.',
  lang: 'en',
  person: 'Ada Example',
  source: 'Spark Papers',
  locator: 'p. 4',
};

test('a short citation is typeset, with person, source and locator', () => {
  expect(shortCitation(cited, 420)).toBe(
    '“Moving ‘data’ is expensive.” — Ada Example, Spark Papers, p. 4',
  );
});

test('a copied quote is typeset, its address is not', () => {
  const source = { source: `The "Papers"`, sourceUrl: "https://a.example/it's--here" };
  expect(citation({ ...cited, ...source }, 'https://b.example/a--b/')).toBe(
    "“Moving ‘data’ is expensive.” — Ada Example, The “Papers”, p. 4 (https://a.example/it's--here)\nhttps://b.example/a--b/",
  );
});

test('a short citation cuts the quote, never the reference', () => {
  const long = shortCitation({ ...cited, text: 'word '.repeat(200) }, 120);
  expect(long.length).toBeLessThanOrEqual(120);
  expect(long).toMatch(/^“word .* word…” — Ada Example, Spark Papers, p\. 4$/u);
});
