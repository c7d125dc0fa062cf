import { expect, test } from 'vitest';
import { printStyles } from '../../../src/outputs/print-styles.ts';
import { collectionOf, site } from './collection.ts';

test('printed pages have the title and the part at the top, and a permalink for each quote', () => {
  const styles = printStyles(collectionOf({}, { title: 'What "he" \\ said' }), site);
  expect(styles).toContain('@top-left{content:"What “he” \\\\ said"}}');
  expect(styles).toContain('@page :first{@top-left{content:none}');
  expect(styles).toContain('@page part-1{@top-right{content:"2. Big Data"}}');
  expect(styles).toContain(
    '.quote-list [data-quote]::after{content:"https://example.org/quotes/" attr(data-quote) "/"}',
  );
});
