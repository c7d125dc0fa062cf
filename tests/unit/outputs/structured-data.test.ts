import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breadcrumbs,
  quotation,
  scriptText,
  website,
} from '../../../src/outputs/structured-data.ts';
import { collectionOf, site, words } from './collection.ts';

describe('structured data', () => {
  test('has the person, the source and the collection of a quote', () => {
    const collection = collectionOf({ date: '2013', url: 'https://example.com/talk' });
    expect(quotation(collection.quotes[0], collection, site)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Quotation',
      '@id': 'https://example.org/quotes/data-gravity/',
      url: 'https://example.org/quotes/data-gravity/',
      name: 'On data gravity',
      text: 'Moving data is expensive.',
      inLanguage: 'en',
      creator: { '@type': 'Person', name: 'Ion Stoica' },
      spokenByCharacter: { '@type': 'Person', name: 'Ion Stoica' },
      isPartOf: { '@type': 'Collection', name: 'Lessons', url: 'https://example.org/' },
      citation: {
        '@type': 'CreativeWork',
        name: 'Spark Papers',
        url: 'https://example.com/talk',
      },
      dateCreated: '2013',
    });
  });

  test('has a breadcrumb trail from the title page to a quote', () => {
    const trail = [
      { name: 'Lessons', path: '/' },
      { name: 'Big Data', path: '/parts/big-data/' },
      { name: 'On data gravity', path: '/quotes/data-gravity/' },
    ];
    expect(breadcrumbs(trail, site).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Lessons', item: 'https://example.org/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'Big Data',
        item: 'https://example.org/parts/big-data/',
      },
      {
        '@type': 'ListItem',
        position: 3,
        name: 'On data gravity',
        item: 'https://example.org/quotes/data-gravity/',
      },
    ]);
  });

  test('has the search with its variable', () => {
    expect(website(collectionOf(), site)).toMatchObject({
      '@type': 'WebSite',
      potentialAction: {
        target: { urlTemplate: 'https://example.org/search/?q={words}' },
        'query-input': 'required name=words',
      },
    });
  });

  test('cannot close its script element, and keeps any text', () => {
    fc.assert(
      fc.property(words, (text) => {
        const collection = collectionOf({ text });
        const written = scriptText(quotation(collection.quotes[0], collection, site));
        expect(written).not.toContain('<');
        expect(JSON.parse(written)).toMatchObject({ text });
      }),
    );
  });
});
