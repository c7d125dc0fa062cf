import { expect, test } from 'vitest';
import { citation, shortCitation, type Cited } from '../../../src/collection/citation.ts';

const cited: Cited = {
  text: 'Moving "data" is expensive.',
  lang: 'en',
  person: 'Ada Example',
  source: 'Spark Papers',
  locator: 'p. 4',
};

test('a short citation says who said it where, set in type', () => {
  expect(shortCitation(cited, 420)).toBe(
    '“Moving ‘data’ is expensive.” — Ada Example, Spark Papers, p. 4',
  );
});

test('a copied quote is set in type, its address is not', () => {
  const source = { source: `The "Papers"`, sourceUrl: "https://a.example/it's--here" };
  expect(citation({ ...cited, ...source }, 'https://b.example/a--b/')).toBe(
    "“Moving ‘data’ is expensive.” — Ada Example, The “Papers”, p. 4 (https://a.example/it's--here)\nhttps://b.example/a--b/",
  );
});

test('what is cut from a short citation is the quote, never its reference', () => {
  const long = shortCitation({ ...cited, text: 'word '.repeat(200) }, 120);
  expect(long.length).toBeLessThanOrEqual(120);
  expect(long).toMatch(/^“word .* word…” — Ada Example, Spark Papers, p\. 4$/u);
});
