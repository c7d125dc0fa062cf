import { expect, test } from 'vitest';
import { frontmatter } from '../../../src/loader/markdown-file.ts';

test.each([
  ['---\na: 1\n---\n\nText.\n', 'a: 1\n'],
  ['--- \na: 1 --- b\n---\t\nText.', 'a: 1 --- b\n'],
  ['---\n---\nText.\n\n---\n', ''],
  ['---\n---', ''],
  ['---\n\n---\n', '\n'],
  ['---\n----\n---\n', '----\n'],
  ['---\n---\u00A0\n---\n', '---\u00A0\n'],
  ['Text.\n---\na: 1\n---\n', undefined],
  ['----\na: 1\n---\n', undefined],
  ['---\na: 1\n', undefined],
])('frontmatter of %j ends at the first line of three hyphens', (markdown, yaml) => {
  expect(frontmatter.exec(markdown)?.groups!['yaml']).toBe(yaml);
});
