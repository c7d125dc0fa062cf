import { describe, expect, test } from 'vitest';
import { embedHtml, embedSize, oembed } from '../../../src/outputs/embed.ts';
import { collectionOf, site } from './collection.ts';

function height(text: string): number {
  const collection = collectionOf({ text });
  return embedSize(collection.quotes[0], collection).height;
}

describe('the height of a frame', () => {
  test('grows with the length of the text', () => {
    const heights = [20, 200, 2000].map((words) => height('data '.repeat(words)));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights[2]! / heights[1]!).toBeGreaterThan(6);
  });

  test('includes hard breaks and paragraphs', () => {
    const [breaks, paragraphs, one] = ['a\nb\nc', 'a\n\nb\n\nc', 'a b c'].map(height);
    expect(breaks).toBeGreaterThan(one!);
    expect(paragraphs).toBeGreaterThan(breaks!);
  });

  test('counts wide characters twice', () => {
    expect(height('静'.repeat(200))).toBe(height('a'.repeat(400)));
  });
});

test('the frame has a title and a size and no script', () => {
  const collection = collectionOf({ theme: 'On "data" & <more>' });
  const { height } = embedSize(collection.quotes[0], collection);
  expect(embedHtml(collection.quotes[0], collection, site)).toBe(
    `<iframe src="https://example.org/embed/data-gravity/" width="640" height="${height}" title="On &quot;data&quot; &amp; &lt;more&gt; · Ion Stoica" loading="lazy" style="border:0;max-width:100%"></iframe>`,
  );
});

test('oEmbed offers the frame as rich content', () => {
  const collection = collectionOf();
  expect(oembed(collection.quotes[0], collection, site)).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 640,
    title: 'On data gravity',
    author_name: 'Ion Stoica',
    provider_name: 'Lessons',
    provider_url: 'https://example.org/',
    thumbnail_url: 'https://example.org/cards/data-gravity.png',
  });
});
