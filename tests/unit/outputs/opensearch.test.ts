import { expect, test } from 'vitest';
import { openSearch } from '../../../src/outputs/opensearch.ts';
import { collectionOf, site } from './collection.ts';

test('a browser learns to search the site, under a name within the limits', () => {
  const description = openSearch(collectionOf({}, { title: 'Lessons & Laws from Ion' }), site);
  expect(description).toContain('<ShortName>Lessons &amp; Laws…</ShortName>');
  expect(description).toContain('template="https://example.org/search/?q={searchTerms}"');
});
