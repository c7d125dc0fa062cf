import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomFeed, feedPages, jsonFeed } from '../../../src/outputs/feeds.ts';
import { collectionOf, label, site, words } from './collection.ts';

const address = 'https://example.org/quotes/data-gravity/';

const datesIn = (feed: string, name: string) =>
  [...feed.matchAll(new RegExp(`<${name}>([^T]*)`, 'gu'))].map(([, day]) => day);

describe('the Atom feed', () => {
  test('describes the collection', () => {
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

  test('has each quote with its permalink', () => {
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

  test('dates a quote by the day of its publication, not by its own date', () => {
    const collection = collectionOf({ date: '2013-10' }, { date: '2020' });
    const [quote] = collection.quotes;
    const feed = atomFeed({ ...collection, quotes: [{ ...quote, added: '2025-03-04' }] }, site);
    expect(datesIn(feed, 'updated')).toEqual(['2025-03-04', '2025-03-04']);
    expect(datesIn(feed, 'published')).toEqual(['2025-03-04']);
  });

  test('dates unpublished quotes like the latest ones', () => {
    const [quote] = collectionOf().quotes;
    const quotes = [
      { ...quote, id: 'a', added: '2025-01-01' },
      { ...quote, id: 'b', added: '2025-02-01' },
      { ...quote, id: 'c' },
    ];
    const feed = atomFeed({ ...collectionOf(), quotes }, site);
    expect(datesIn(feed, 'updated')).toEqual([
      '2025-02-01',
      '2025-02-01',
      '2025-02-01',
      '2025-01-01',
    ]);
    expect(feed.match(/(?<=<entry><title>[^<]*<\/title><id>[^<]*\/quotes\/)[^/]*/gu)).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  test.each([
    [{ date: '2020-05' }, '2020-05-01'],
    [{ date: '0180' }, '2000-01-01'],
    [{}, '2000-01-01'],
  ])('of an unpublished collection with %o has the date %s', (config, day) => {
    const feed = atomFeed(collectionOf({}, config), site);
    expect(datesIn(feed, 'updated')).toEqual([day, day]);
    expect(datesIn(feed, 'published')).toEqual([]);
  });

  test('survives any text and label', () => {
    // This parser decodes twice and collapses white space; share.spec.ts uses the browser's.
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
  test('has each quote with its permalink, with a date only if it is known', () => {
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
    const [quote] = collectionOf({ date: '2013' }).quotes;
    const quotes = [{ ...quote, added: '2025-03-04' }];
    expect(jsonFeed({ ...collectionOf(), quotes }, site)).toMatchObject({
      items: [{ date_published: '2025-03-04T00:00:00.000Z' }],
    });
  });
});

describe('a feed that is too long for one file', () => {
  const [quote] = collectionOf().quotes;
  const quotes = ['one', 'two', 'three'].map((id) => ({ ...quote, id }));
  const collection = { ...collectionOf(), quotes };
  const pages = feedPages(collection, 1);

  test('has every quote on one of its pages, in order', () => {
    const ids = quotes.map(({ id }) => `https://example.org/quotes/${id}/`);
    expect(
      pages.flatMap((page) =>
        parseFeed(atomFeed(collection, site, page)).items.map(({ id }) => id),
      ),
    ).toEqual(ids);
    expect(pages.map((page) => jsonFeed(collection, site, page))).toMatchObject(
      ids.map((id) => ({ items: [{ id }] })),
    );
  });

  test('links its Atom pages to each other', () => {
    const links = pages.map((page) => {
      const feed = atomFeed(collection, site, page).replace(/<entry>.*<\/entry>/u, '');
      return [...feed.matchAll(/rel="([a-z]+)"[^>]*href="[^"]*\/feed([^"]*)"/gu)].map(
        ([, rel, path]) => `${rel} ${path}`,
      );
    });
    const ends = ['first .xml', 'last /3.xml'];
    expect(links).toEqual([
      ['self .xml', ...ends, 'next /2.xml'],
      ['self /2.xml', ...ends, 'previous .xml', 'next /3.xml'],
      ['self /3.xml', ...ends, 'previous /2.xml'],
    ]);
  });

  test('links its JSON pages to the next one, under the same feed URL', () => {
    const { feed_url } = jsonFeed(collection, site) as { feed_url: string };
    const next = (page: number) => ({
      feed_url,
      next_url: `https://example.org/feed/${page}.json`,
    });
    const [first, second, last] = pages.map((page) => jsonFeed(collection, site, page));
    expect([first, second]).toMatchObject([next(2), next(3)]);
    expect(last).toHaveProperty('next_url', undefined);
  });
});
