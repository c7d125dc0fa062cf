import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomFeed, jsonFeed } from '../../../src/share/feeds.ts';
import { collectionOf, label, site, words } from './collection.ts';

const address = 'https://example.org/quotes/data-gravity/';

describe('the Atom feed', () => {
  test('is of the collection', () => {
    expect(parseFeed(atomFeed(collectionOf(), site))).toMatchObject({
      meta: { type: 'atom', version: '1.0' },
      title: 'Lessons',
      description: 'What he said.',
      language: 'en',
      url: 'https://example.org/',
      self: 'https://example.org/feed.xml',
      authors: [{ name: 'Ion Stoica' }],
    });
  });

  test('holds a quote under its permalink', () => {
    const { items } = parseFeed(atomFeed(collectionOf(), site));
    expect(items).toMatchObject([
      {
        id: address,
        url: address,
        title: 'On data gravity',
        authors: [{ name: 'Ion Stoica' }],
        categories: [{ term: 'big-data', label: 'Big Data' }],
        content:
          '<blockquote lang="en"><p>Moving data is expensive.</p></blockquote><p>— Ion Stoica, <cite>Spark Papers</cite></p>',
      },
    ]);
  });

  test.each([
    ['the date of the quote', { date: '2013-10' }, { date: '2020' }, '2013-10-01', '2013-10-01'],
    ['else that of the collection', {}, { date: '2020' }, '2020-01-01', undefined],
    ['else one that means unknown', {}, {}, '1970-01-01', undefined],
  ])('has %s', (_, entry, about, updated, published) => {
    const feed = atomFeed(collectionOf(entry, about), site);
    expect(feed.match(/(?<=<updated>)[^T]*/gu)).toEqual([updated, updated]);
    expect(feed.match(/(?<=<published>)[^T]*/u)?.[0]).toBe(published);
  });

  test('survives any text and label', () => {
    // The parser decodes twice and folds white space; a browser's reads exactly, in share.spec.ts.
    const plain = (written: fc.Arbitrary<string>) =>
      written.map((text) => text.replaceAll('&', '+').replace(/\s+/gu, ' '));
    fc.assert(
      fc.property(plain(words), plain(label), plain(label), (text, theme, title) => {
        const feed = parseFeed(atomFeed(collectionOf({ text, theme }, { title }), site));
        expect(feed).toMatchObject({ title: title.trim(), items: [{ title: theme.trim() }] });
        expect(feed.items[0]!.content).toContain(text.trim());
      }),
    );
  });
});

describe('the JSON Feed', () => {
  test('holds a quote under its permalink, with a date only where one is known', () => {
    expect(jsonFeed(collectionOf(), site)).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lessons',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.json',
      description: 'What he said.',
      language: 'en',
      authors: [{ name: 'Ion Stoica' }],
      items: [
        {
          id: address,
          url: address,
          title: 'On data gravity',
          content_html:
            '<blockquote lang="en"><p>Moving data is expensive.</p></blockquote><p>— Ion Stoica, <cite>Spark Papers</cite></p>',
          content_text: 'Moving data is expensive.',
          image: 'https://example.org/cards/data-gravity.png',
          authors: [{ name: 'Ion Stoica' }],
          tags: ['Big Data'],
          language: 'en',
        },
      ],
    });
    expect(jsonFeed(collectionOf({ date: '2013-10-05' }), site)).toMatchObject({
      items: [{ date_published: '2013-10-05T00:00:00.000Z' }],
    });
  });
});
