import { expect, test } from 'vitest';
import { openSearch } from '../../../src/outputs/opensearch.ts';
import { collectionOf, site } from './collection.ts';

test('the description has a name within the limits and the template of a search', () => {
  const description = openSearch(collectionOf({}, { title: 'Lessons & Laws from Ion' }), site);
  expect(description).toContain('<ShortName>Lessons &amp; Laws…</ShortName>');
  expect(description).toContain('template="https://example.org/search/?q={searchTerms}"');
});
